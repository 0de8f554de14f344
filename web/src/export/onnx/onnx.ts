import { aboutLines } from '../about.ts'
import { type DerivedFeature, type Exported, type ExportedLayer, silent } from '../exported.ts'
import { jsonOf } from '../text/json.ts'
import { Graph, kinds, model } from './graph.ts'

/** ONNX: from rows in the reader's units to predictions in the target's, in float64 throughout. */

const scalar = (graph: Graph, value: number) => graph.numbers([value], [])

/** 1 / (1 + e^-z). */
const sigmoid = (graph: Graph, z: string) => graph.add('Sigmoid', [z])

/** Where z > 0 `yes`, else `no`. */
const wherePositive = (graph: Graph, z: string, yes: string, no: string) =>
  graph.add('Where', [graph.add('Greater', [z, scalar(graph, 0)]), yes, no])

/** Every activation of the catalogue, by operators that runtimes have for float64. */
export const activations: Record<string, (graph: Graph, z: string) => string> = {
  linear: (_, z) => z,
  sigmoid,
  tanh: (graph, z) => graph.add('Tanh', [z]),
  relu: (graph, z) => graph.add('Relu', [z]),
  leakyRelu: (graph, z) => wherePositive(graph, z, z, graph.add('Mul', [z, scalar(graph, 0.01)])),
  elu(graph, z) {
    const below = graph.add('Exp', [graph.add('Min', [z, scalar(graph, 0)])])
    return wherePositive(graph, z, z, graph.add('Sub', [below, scalar(graph, 1)]))
  },
  softplus(graph, z) {
    const e = graph.add('Exp', [graph.add('Neg', [graph.add('Abs', [z])])])
    const rest = graph.add('Log', [graph.add('Add', [e, scalar(graph, 1)])])
    return graph.add('Add', [graph.add('Relu', [z]), rest])
  },
  gelu(graph, z) {
    const single = graph.add('Cast', [graph.add('Mul', [z, scalar(graph, Math.SQRT1_2)])], { to: kinds.float })
    const erf = graph.add('Cast', [graph.add('Erf', [single])], { to: kinds.double })
    const share = graph.add('Mul', [graph.add('Add', [erf, scalar(graph, 1)]), scalar(graph, 0.5)])
    return graph.add('Mul', [z, share])
  },
  // Not z times its sigmoid: ONNX Runtime makes one operator of these, and has none for float64.
  silu(graph, z) {
    const e = graph.add('Exp', [graph.add('Neg', [z])])
    return graph.add('Div', [z, graph.add('Add', [e, scalar(graph, 1)])])
  },
  softmax: (graph, z) => graph.add('Softmax', [z], { axis: 1 }),
}

/** A model; a category goes in as the place of its level. */
export function onnxFile(exported: Exported): Uint8Array<ArrayBuffer> {
  const { columns, layers, outputs, targetScale, name } = exported
  const graph = new Graph()
  let values = prepared(graph, exported, 'rows')
  for (const layer of layers) values = passed(graph, layer, values)
  if (targetScale) {
    const scaled = graph.add('Mul', [values, graph.numbers(targetScale.deviation, [outputs.length])])
    values = graph.add('Add', [scaled, graph.numbers(targetScale.mean, [outputs.length])])
  }
  graph.add('Identity', [values], {}, 'outputs')
  const width = layers[layers.length - 1].units
  const usesErf = layers.some(({ activation }) => activation === 'gelu')
  const about = aboutLines(exported, usesErf ? ['doubles', 'noTraining'] : ['noTraining'], { isCoded: true })
  const facts = { columns: jsonOf(columns), outputs: jsonOf(outputs.map(({ name, unit }) => ({ name, unit }))) }
  return model(graph.fields(name, ['rows', columns.length], ['outputs', width]), about.join('\n'), facts)
}

/** What the network sees of rows. */
function prepared(graph: Graph, exported: Exported, rows: string) {
  const { columns, inputs, derived, inputScale } = exported
  const places = graph.wholes(inputs.map(({ column }) => column))
  let values = graph.add('Gather', [rows, places], { axis: 1 })
  if (columns.some(({ fill }) => fill !== null)) values = filled(graph, exported, values)
  if (inputs.some(({ level }) => typeof level === 'number')) {
    const levels = graph.numbers(
      inputs.map(({ level }) => Number(level ?? 0) || 0),
      [inputs.length],
    )
    const holds = graph.add('Cast', [graph.add('Equal', [values, levels])], { to: kinds.double })
    values = graph.add('Where', [graph.flags(inputs.map(({ level }) => typeof level === 'number')), holds, values])
  }
  if (derived.length)
    values = graph.add('Concat', [values, ...derived.map((one) => madeOf(graph, one, values))], { axis: 1 })
  if (!inputScale) return values
  const { mean, deviation } = inputScale
  const centred = graph.add('Sub', [values, graph.numbers(mean, [mean.length])])
  return graph.add('Div', [centred, graph.numbers(deviation, [mean.length])])
}

/** The product of some columns, or the sine of pi times it. */
function madeOf(graph: Graph, { isSine, factors }: DerivedFeature, values: string) {
  const columns = factors.map((place) => graph.add('Gather', [values, graph.wholes([place])], { axis: 1 }))
  const product = columns.reduce((product, column) => graph.add('Mul', [product, column]))
  if (!isSine) return product
  const turns = graph.add('Round', [graph.add('Mul', [product, scalar(graph, 0.5)])])
  const turned = graph.add('Sub', [product, graph.add('Mul', [turns, scalar(graph, 2)])])
  return graph.add('Sin', [graph.add('Mul', [turned, scalar(graph, Math.PI)])])
}

/** Where a value is missing, which is NaN: what stands in its place, no level, or 1 where that is what is asked. */
function filled(graph: Graph, { columns, inputs }: Exported, values: string) {
  const isMissing = graph.add('IsNaN', [values])
  const fills = inputs.map(({ column, level }) => (level === null ? (columns[column].fill ?? NaN) : -1))
  const present = graph.add('Where', [isMissing, graph.numbers(fills, [inputs.length]), values])
  const asked = graph.flags(inputs.map(({ level }) => level === 'missing'))
  return graph.add('Where', [asked, graph.add('Cast', [isMissing], { to: kinds.double }), present])
}

/** What a layer makes of them. */
function passed(graph: Graph, { weights, bias, units, inputs, activation, muted }: ExportedLayer, values: string) {
  const products = graph.add(
    'Gemm',
    [values, graph.numbers(weights.flat(), [units, inputs]), graph.numbers(bias, [units])],
    {
      transB: 1,
    },
  )
  if (muted.length === 0) return activations[activation](graph, products)
  const isMuted = graph.flags(Array.from({ length: units }, (_, unit) => muted.includes(unit)))
  const silenced = graph.add('Where', [isMuted, scalar(graph, Number(silent)), products])
  return graph.add('Where', [isMuted, scalar(graph, 0), activations[activation](graph, silenced)])
}
