// All that is visible of a figure without time, drawn alike at build and awake.

import type { ReactNode } from 'react'
import type { AnyDataPicture } from '@/components/pictures/data'
import { pageInks } from '@/components/pictures/inks'
import type { Shape } from '@/components/pictures/picture'
import type { Facts } from '@/lib/sim/protocol'
import type { Drawn, DrawnName } from '@/lib/studies/drawn'
import { DataWords } from './data-words'
import { Findings } from './findings'
import { Legend } from './legend'
import { Slot } from './slot'

export type AnyData = Drawn[DrawnName]

export type DataStageProps = {
  id: string
  /** Left out, title and toolbar stay as the server drew them. */
  title: ReactNode
  toolbar: ReactNode
  picture: AnyDataPicture
  data: AnyData
  facts: Facts
  /** What is said instead of the data's own sentence. */
  says?: ReactNode
  /** For those who listen: what has changed. */
  spoken?: string | undefined
  marked?: number | undefined
  /** The data as published, where these are others: what they need is the room that there is. */
  first?: AnyData | undefined
  /** A place of the picture was pressed, in its own units. */
  onPlace?: ((shape: Shape, x: number, y: number) => void) | undefined
  /** More of the toolbar: the controls of what can be edited. */
  children?: ReactNode
}

const fitted = 'fitted *:max-h-120'

export function DataStage(props: DataStageProps): ReactNode {
  const { id, picture, data, facts, says = data.says, first } = props
  return (
    <div className="stage">
      <Slot className="stage-head">{props.title}</Slot>
      <DataPanels {...props} />
      <Equation data={data} />
      <div className="px-4 py-1">
        <Legend signs={picture.legend(data)} room={first && picture.legend(first)} />
      </div>
      <div role="toolbar" aria-label="Figure" className="tools pt-2">
        <Slot className="contents">{props.toolbar}</Slot>
        {props.children}
      </div>
      <Sentence says={says} room={(first ?? data).says} />
      <p role="status" className="sr-only">
        {props.spoken ?? ''}
      </p>
      <Findings of={data.findings ?? []} room={first?.findings} />
      <DataWords id={id} words={picture.describe(data, 'long')} facts={facts} />
    </div>
  )
}

const sentence =
  'min-h-[calc(2lh+1.25rem)] border-t border-hair px-4 py-2.5 @max-2xl:min-h-[calc(4lh+1.25rem)]'

/** It has the room of the published one, where it is another. */
const Sentence = ({ says, room }: { says: ReactNode; room: string }) =>
  says === room ? (
    <p className={sentence}>{says}</p>
  ) : (
    <p className={`${sentence} roomed`}>
      <span aria-hidden="true">{room}</span>
      <span>{says}</span>
    </p>
  )

function DataPanels({ id, picture, data, marked, onPlace }: DataStageProps) {
  const draw = (shape: Shape) => (
    <picture.Draw
      data={data}
      inks={pageInks}
      id={`${id}-${shape}`}
      shape={shape}
      {...(marked !== undefined && { marked })}
      {...(onPlace && { live: { onPlace: (x, y) => onPlace(shape, x, y) } })}
    />
  )
  // What can be dragged is not selected as text.
  const look = `relative ${'edits' in data ? 'select-none' : ''}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop for keys, awake or not
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div tabIndex={0} role="group" aria-label="Picture" data-picture="" className={look}>
      <div data-wide="" className={`hidden px-4 pt-3 @2xl:block ${fitted}`}>
        {draw('wide')}
      </div>
      <div className={`px-2 pt-2 @2xl:hidden ${fitted}`}>{draw('tall')}</div>
    </div>
  )
}

/** The formula of what is drawn, where the data bring one. */
function Equation({ data }: { data: AnyData }) {
  if (!('equation' in data)) return null
  return (
    <p className="flex h-[4lh] flex-col overflow-y-auto px-4 text-center italic @max-2xl:h-[8lh]">
      {data.equation.map((line) => (
        <span key={line} className="block first:mt-auto last:mb-auto">
          {line}
        </span>
      ))}
    </p>
  )
}
