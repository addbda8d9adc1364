// Between an option's value and the control that turns it; fetched with the first edit.

import type { Json, Option, Options } from '@/lib/sim/protocol'
import type { Setting } from './edits'

/** What has options to turn: a protocol, or a study. */
export type Dialled = { readonly options: Options }

export type Bounds = { readonly from: number; readonly to: number; readonly step?: number }

/** "3,600,000": read at a glance, and the same in every country. */
export const grouped = (value: number) => `${value}`.replace(/\B(?=(\d{3})+$)/g, ',')

const steps = 60
/** Value ↔ whole place on a slider. A wide scale is logarithmic: equal drags are equal ratios. */
export function scaleOf({ from, to, step = 1 }: Bounds) {
  if (!(from > 0 && to / from > 200)) {
    const tidy = (value: number) => Number(value.toFixed(6))
    return {
      most: Math.round((to - from) / step),
      place: (value: number) => Math.round((value - from) / step),
      worth: (place: number) => tidy(Math.min(to, from + place * step)),
    }
  }
  const grow = Math.log(to / from) / steps
  const round = (value: number) => {
    const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
    return Math.min(to, Math.max(from, Math.round(value / unit) * unit))
  }
  return {
    most: steps,
    place: (value: number) => Math.round(Math.log(value / from) / grow),
    worth: (place: number) => round(from * Math.exp(place * grow)),
  }
}

type Dial = HTMLInputElement | HTMLSelectElement

/** What a dial says now. `was` is the option's value: of a range, one end moves the other. */
export function valueAt(dial: Dial, option: Option, was: Json): Json {
  if (option.is === 'switch') return (dial as HTMLInputElement).checked
  if (option.is !== 'number' && option.is !== 'range') return dial.value
  const worth = scaleOf(option).worth(Number(dial.value))
  if (option.is === 'number') return worth
  const [least, most] = was as readonly [number, number]
  return dial.dataset.end ? [Math.min(least, worth), worth] : [worth, Math.max(most, worth)]
}

/** Turns the dials of a figure to what a scenario says. */
export function showDials(figure: Element, protocol: Dialled, scenario: Setting): void {
  for (const dial of figure.querySelectorAll<Dial>('[data-dial]')) {
    const name = dial.dataset.dial!
    const option: Option | undefined = protocol.options[name]
    if (!option) continue
    const value = scenario.options?.[name] ?? option.default
    if (option.is === 'switch') (dial as HTMLInputElement).checked = value === true
    else if (option.is === 'number' || option.is === 'range') {
      const number = Array.isArray(value) ? value[dial.dataset.end ? 1 : 0] : value
      dial.value = `${scaleOf(option).place(number as number)}`
      dial.setAttribute('aria-valuetext', grouped(number as number))
      dial.nextElementSibling!.textContent = grouped(number as number)
    } else if (dial.value !== `${value}`) dial.value = `${value}`
  }
}
