// A history as data: what each client did, from when to when; what is wrong is outlined.

import type { Bar, History, Turned } from '@/lib/studies/drawn'
import { path } from '../geometry'
import { hueOf, type Inks, pageInks } from '../inks'
import { letters } from '../letters'
import { counted, grouped, sentence } from '../names'
import { type DataProps, dataPictureOf } from '../picture'
import { sign } from '../sign'
import {
  boxOf,
  boxPath,
  endsOf,
  findBar,
  type Label,
  labelsOf,
  type Plot,
  plotOf,
  wrapped,
} from './history-plot'
import { DataSheet } from './sheet'

/** As a node that is down. */
const turnedStroke = { strokeWidth: 9, strokeDasharray: '1.5 5' } as const

type MarkProps = {
  bar: Bar
  i: number
  label: Label
  plot: Plot
  hue: string
  inks: Inks
  picked: boolean
}

function BarMark({ bar, i, label, plot, hue, inks, picked }: MarkProps) {
  const ok = bar.outcome === 'ok'
  return (
    <g data-bar={i}>
      {bar.marked && (
        <path
          d={boxPath(boxOf(bar, plot, 5))}
          fill="none"
          stroke={inks.vermilion}
          strokeWidth={2.5}
          strokeDasharray="6 3"
        />
      )}
      <path
        d={boxPath(boxOf(bar, plot))}
        fill={ok ? hue : inks.panel}
        stroke={picked ? inks.accent : ok ? hue : inks.vermilion}
        strokeWidth={picked ? 3.5 : 2}
        strokeDasharray={ok ? undefined : '4 3'}
      />
      {!plot.thumb &&
        label.lines.map((line, k) =>
          letters(label.x, label.y + k * plot.size * 1.12, line, inks.ink, { as: 'role', key: k }),
        )}
    </g>
  )
}

type GroupProps = { bar: Bar; rows: number; plot: Plot; inks: Inks }

/** Around the bars and the words above them. */
function Group({ bar, rows, plot, inks }: GroupProps) {
  const { down, size, thumb, half, pitch } = plot
  const [a, b] = endsOf(bar, plot)
  const lane = plot.lane(bar.client)
  const high = half + (thumb ? 6 : size * (1.15 * rows + 0.9))
  const box = down
    ? ([lane - half - 5, a, lane + pitch - size * 0.8 - 6, b] as const)
    : ([a - 4, lane - high, b + 4, lane + half + 6] as const)
  const ok = bar.outcome === 'ok'
  return (
    <g>
      <path
        d={boxPath(box)}
        fill="none"
        stroke={ok ? inks.soft : inks.vermilion}
        strokeWidth={1.5}
        strokeDasharray={ok ? undefined : '4 3'}
      />
      {!thumb &&
        letters(
          down ? box[2] - 4 : a - 4,
          down ? b - 5 : box[3] + size * 1.05,
          bar.says,
          inks.soft,
          { as: 'role', anchor: down ? 'end' : 'start' },
        )}
    </g>
  )
}

/** What a client is from a moment on: its lane is hatched, and beside it stands what is wrong. */
function TurnedMark({ turned, plot, inks }: { turned: Turned; plot: Plot; inks: Inks }) {
  const { down, end, size, thumb, half, pitch, time } = plot
  const [lane, from] = [plot.lane(turned.client), time.place(turned.from) + 5]
  const words = [turned.says, turned.wrong].filter(Boolean).join(': ')
  const lines = down ? wrapped(words, size, pitch - size * 1.5 - half) : [words]
  return (
    <g>
      <path
        d={down ? path('M', lane, from, 'V', end) : path('M', from, lane, 'H', end)}
        stroke={turned.wrong ? inks.vermilion : inks.grey}
        {...turnedStroke}
      />
      {!thumb &&
        lines.map((line, k) =>
          letters(
            down ? lane + half + 7 : from + size,
            down ? from + size * (1.3 + 1.12 * k) : lane - size * 0.7,
            line,
            inks.ink,
            { as: 'role', key: k },
          ),
        )}
    </g>
  )
}

/** The time axis: below, or at the left where time runs down. */
function Time({ plot, inks }: { plot: Plot; inks: Inks }) {
  const { down, time, last, first, size, end, height } = plot
  const ends = time.ticks.map(({ at }) =>
    down ? path('M', first - 8, time.place(at), 'h', 5) : path('M', time.place(at), last, 'v', 6),
  )
  return (
    <g>
      <path d={ends.join('')} stroke={inks.soft} />
      {time.ticks.map(({ at, says }) =>
        down
          ? letters(first - 12, time.place(at) + size * 0.34, says, inks.soft, {
              anchor: 'end',
              key: at,
            })
          : letters(time.place(at), last + 8 + size, says, inks.soft, {
              anchor: 'middle',
              key: at,
            }),
      )}
      {down
        ? letters(4, size * 1.1, 'ms', inks.soft, { as: 'role' })
        : letters(end, height - size * 0.4, 'ms of true time', inks.soft, {
            anchor: 'end',
            as: 'role',
          })}
    </g>
  )
}

function Client({ name, plot, inks }: { name: string; plot: Plot; inks: Inks }) {
  const { down, start, end, size, thumb } = plot
  const lane = plot.lane(name)
  return (
    <g>
      <path
        d={down ? path('M', lane, start, 'V', end) : path('M', start, lane, 'H', end)}
        stroke={inks.hair}
        strokeWidth={1.5}
      />
      {!thumb &&
        (down
          ? letters(lane - plot.half, size * 1.1, name, inks.ink, { as: 'name' })
          : letters(start - 10, lane + size * 0.34, name, inks.ink, { anchor: 'end', as: 'name' }))}
    </g>
  )
}

function draw({ data, inks, shape, live, marked }: DataProps<History>, says: string) {
  const { clients, bars, groups, turned = [] } = data
  const plot = plotOf(data, shape)
  const labels = labelsOf(data, plot)
  const hue = (client: string) => hueOf(inks, clients.indexOf(client) + 1)
  const rowsIn = (client: string) =>
    Math.max(1, ...bars.flatMap((bar, i) => (bar.client === client ? [labels[i]!.row + 1] : [])))
  return (
    <DataSheet of={{ shape, ...(live && { live }) }} says={says} box={plot}>
      {!plot.thumb && <Time plot={plot} inks={inks} />}
      {clients.map((name) => (
        <Client key={name} name={name} plot={plot} inks={inks} />
      ))}
      {turned.map((one) => (
        <TurnedMark key={one.client} turned={one} plot={plot} inks={inks} />
      ))}
      {groups.map((bar, i) => (
        <Group key={i} bar={bar} rows={rowsIn(bar.client)} plot={plot} inks={inks} />
      ))}
      {bars.map((bar, i) => (
        <BarMark
          key={i}
          {...{ bar, i, plot, inks, label: labels[i]!, hue: hue(bar.client), picked: marked === i }}
        />
      ))}
    </DataSheet>
  )
}

function describe(data: History, detail: 'short' | 'long'): string {
  if (detail === 'short') return `${counted(data.bars.length, 'operation')}. ${data.says}`
  const bars = data.bars.map(({ client, says, from, to, outcome }) => {
    const end = to === null ? 'on' : `to ${to}`
    return `${client}: ${says} (${from} ${end} ms${outcome === 'ok' ? '' : ', taken back'})`
  })
  const turned = (data.turned ?? []).map(({ client, says, from, wrong }) =>
    [`${client}: ${says} from ${from} ms on`, wrong].filter(Boolean).join(', '),
  )
  const found = (data.findings ?? []).map(({ name, holds, says }) => `${name}: ${holds}, ${says}`)
  return [data.says, ...[...bars, ...turned, ...found].map(sentence)].join(' ')
}

function legend({ bars, groups, turned = [] }: History, inks = pageInks) {
  const bar = 'M2 3h20v10H2Z'
  const outline = (ink: string, dashes?: string) => (
    <path d={bar} fill="none" stroke={ink} strokeWidth={2} strokeDasharray={dashes} />
  )
  const some = (is: Bar['outcome']) => bars.some(({ outcome }) => outcome === is)
  const signs = [
    some('ok') && sign('from its call to its answer', <path d={bar} fill={inks.ink} />),
    bars.some(({ marked }) => marked) &&
      sign('shows what is wrong', outline(inks.vermilion, '6 3')),
    groups.length > 0 && sign('a transaction', outline(inks.soft)),
    some('fail') && sign('taken back', outline(inks.vermilion, '4 3')),
    ...grouped(turned, ({ says }) => says).map(([says]) =>
      sign(says, <path d="M1 8h22" stroke={inks.grey} {...turnedStroke} />),
    ),
  ]
  return signs.filter((one) => one !== false)
}

export const history = dataPictureOf<History>('history', draw, { describe, legend, find: findBar })
