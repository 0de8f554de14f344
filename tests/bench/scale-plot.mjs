/**
 * The curves of `./dev bench scale` as a picture that can be read on light and on dark ground.
 *
 * @typedef {{ size: number, nanoseconds: number }} Point
 * @typedef {{ name: string, of: string, lines: { precision: string, points: Point[] }[] }} Plot
 */

const panel = { width: 400, height: 240, left: 60, top: 40, right: 70, bottom: 50 }

const style = `
  text { font: 12px system-ui, sans-serif; fill: #444 }
  .title { font-weight: 600 }
  .grid { stroke: #8884 }
  path { fill: none; stroke-width: 2 }
  .float32 { stroke: #0969da; fill: #0969da } .float64 { stroke: #bc4c00; fill: #bc4c00 }
  path.float32, path.float64 { fill: none } text.float32, text.float64 { stroke: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #bbb }
    .float32 { stroke: #58a6ff; fill: #58a6ff } .float64 { stroke: #f0883e; fill: #f0883e }
  }`

/** @param {Plot[]} plots side by side @returns {string} SVG */
export function plotScale(plots) {
  const nanoseconds = plots.flatMap(({ lines }) =>
    lines.flatMap(({ points }) => points.map((point) => point.nanoseconds)),
  )
  const largest = Math.max(...nanoseconds)
  const [width, height] = [plots.length * panel.width, panel.height]
  const title = 'Nanoseconds a parameter and sample, by the number of parameters and of samples'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<style>${style}
</style>
${plots.map((plot, i) => `<g transform="translate(${i * panel.width} 0)">${plotOne(plot, largest)}</g>`).join('\n')}
</svg>
`
}

/** @param {Plot} plot @param {number} largest of all plots: they share the scale of y */
function plotOne({ name, of, lines }, largest) {
  const sizes = lines[0].points.map(({ size }) => size)
  const [low, high] = [sizes[0], sizes.at(-1)].map(Math.log10)
  const [right, bottom] = [panel.width - panel.right, panel.height - panel.bottom]
  const x = (size) => round(panel.left + ((Math.log10(size) - low) / (high - low)) * (right - panel.left))
  const step = niceStep(largest / 4)
  const top = Math.ceil(largest / step) * step
  const y = (value) => round(bottom - (value / top) * (bottom - panel.top))
  return [
    text(panel.left, 18, `ns a parameter and sample`, 'class="title"'),
    ...ticks(0, top, step).map((value) => rowOf(value, y(value), right)),
    ...ticks(low, high, 1).map((power) => powerAt(x(10 ** power), bottom + 18, power)),
    text((panel.left + right) / 2, panel.height - 8, `${name} ${of}`, 'text-anchor="middle"'),
    ...lines.map(({ precision, points }) =>
      curve(
        precision,
        points.map((point) => [x(point.size), y(point.nanoseconds)]),
      ),
    ),
  ].join('\n')
}

const rowOf = (value, at, right) =>
  `<line class="grid" x1="${panel.left}" x2="${right}" y1="${at}" y2="${at}"/>` +
  text(panel.left - 8, at + 4, Number(value.toPrecision(3)), 'text-anchor="end"')

const powerAt = (x, y, power) =>
  text(x, y, `10<tspan dy="-5" font-size="9">${Math.round(power)}</tspan>`, 'text-anchor="middle"')

function curve(precision, places) {
  const [lastX, lastY] = places.at(-1)
  const dots = places.map(([x, y]) => `<circle class="${precision}" cx="${x}" cy="${y}" r="2.5"/>`)
  const label = text(lastX + 8, lastY + 4, precision, `class="${precision}"`)
  return `<path class="${precision}" d="M${places.join('L')}"/>${dots.join('')}${label}`
}

const text = (x, y, content, attributes) => `<text x="${x}" y="${y}" ${attributes}>${content}</text>`

/** 1, 2 or 5 times a power of ten, not below what is wanted. @param {number} wanted */
function niceStep(wanted) {
  const power = 10 ** Math.floor(Math.log10(wanted))
  return [1, 2, 5, 10].find((factor) => factor * power >= wanted) * power
}

const ticks = (from, to, step) => Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)

const round = (value) => Number(value.toFixed(1))
