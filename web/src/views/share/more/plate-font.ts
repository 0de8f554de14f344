import { mathsFamily, mathsFont } from '../../parts/maths/maths-font.ts'
import { made } from './plate-shapes.ts'

/** The font for formulas, which a picture of one carries: where it is looked at there may be none. */

/** Waits until it can be measured, where there are formulas; without it another takes its place. */
export const fontLoaded = async (view: ParentNode) =>
  view.querySelector('.maths') && document.fonts.load(`1em "${mathsFamily}"`).catch(() => {})

/** It as a style of the picture; nothing where that has no formula, or the font cannot be had. */
export async function fontOf(picture: SVGSVGElement): Promise<SVGElement[]> {
  const isNeeded = picture.querySelector(`[font-family*="${mathsFamily}"]`)
  const source = isNeeded && (await fetched().catch(() => null))
  return source ? [made('style', {}, [`@font-face{font-family:'${mathsFamily}';src:url(${source})}`])] : []
}

async function fetched() {
  const answer = await fetch(mathsFont(), { credentials: 'omit' })
  if (!answer.ok) return null
  const font = new Blob([await answer.arrayBuffer()], { type: 'font/woff2' })
  return new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(font)
  })
}
