import { fontSize } from './draw-plot.ts'

let pen: CanvasRenderingContext2D | null | undefined

/** How wide a text is in a chart, in CSS pixels. */
export function textWidth(text: string, weight = 400): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return text.length * fontSize
  pen.font = `${weight} ${fontSize}px ${getComputedStyle(document.body).fontFamily}`
  return pen.measureText(text).width
}

/** A text in lines of at most this width, in CSS pixels; a word that is wider is divided. */
export function wrapped(text: string, width: number, weight?: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of text.split(/(?<=[\s/-])/)) {
    if (line !== '' && textWidth((line + part).trimEnd(), weight) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    for (const sign of part) {
      if (line !== '' && textWidth(line + sign, weight) > width && sign.trim() !== '') {
        lines.push(line)
        line = ''
      }
      line += sign
    }
  }
  return [...lines, line.trimEnd()]
}
