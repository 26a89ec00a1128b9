import { fontSize } from './draw-plot.ts'

let pen: CanvasRenderingContext2D | null | undefined

/** How wide a text is in a chart, in CSS pixels. */
export function textWidth(text: string, weight = 400): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return text.length * fontSize
  pen.font = `${weight} ${fontSize}px ${getComputedStyle(document.body).fontFamily}`
  return pen.measureText(text).width
}

/** The smallest letters, for texts that would not fit otherwise, in CSS pixels. */
const smallest = 10.5

/** The size of letters at which a text fits, if that can be read. */
export const fittedSize = (text: string, width: number): number =>
  Math.min(fontSize, Math.max(smallest, (fontSize * width) / textWidth(text)))

/** As much of a text as fits at that size, with an ellipsis where that is not all. */
export function fitted(text: string, width: number): string {
  const room = (width * fontSize) / smallest
  if (textWidth(text) <= room) return text
  let end = text.length
  while (end > 3 && textWidth(`${text.slice(0, end).trimEnd()}…`) > room) end--
  return `${text.slice(0, end).trimEnd()}…`
}
