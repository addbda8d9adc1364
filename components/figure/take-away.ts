// What a reader takes away: the words of a run, its picture, its scenario, a frame for a page.

import { printInks } from '@/components/pictures/inks'
import type { Film } from '@/lib/sim/film'
import { transcriptText } from '@/lib/sim/transcript'
import { frameAddress } from './frame'

/** Lets the browser save a text as a file. */
function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

export const saveTranscript = (film: Film, id: string): void =>
  save(`${id}.txt`, 'text/plain;charset=utf-8', transcriptText(film))

/** A drawing without the page: the page's colours become those of print. */
export function alone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const { width, height } = drawing.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', `${width}`)
  copy.setAttribute('height', `${height}`)
  const inked = (text: string) =>
    text.replace(/var\(--(\w+)\)/g, (_, name: keyof typeof printInks) => printInks[name] ?? name)
  return inked(new XMLSerializer().serializeToString(copy))
}

/** Saves each picture of a figure that is in sight. */
export function savePictures(figure: Element, id: string): void {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('[data-picture] svg[viewBox]')]
  const seen = drawings.filter((one) => one.getClientRects().length > 0)
  for (const [i, drawing] of seen.entries())
    save(`${id}${seen.length > 1 ? `-${i + 1}` : ''}.svg`, 'image/svg+xml', alone(drawing))
}

/** A frame with this figure alone, for somebody's slides; undefined where it has no address. */
export function frameOf(id: string, title: string, height: number): string | undefined {
  const address = frameAddress(document.getElementById(id)!)
  if (!address) return undefined
  const name = title.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const size = `width="100%" height="${Math.ceil(height)}"`
  return `<iframe src="${address}" title="${name}" ${size}></iframe>`
}
