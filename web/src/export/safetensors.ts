import type { Exported } from './exported.ts'
import { jsonOf } from './text/json.ts'

/** safetensors: the weights by the names that PyTorch gives them in the exported module, and what prepares the inputs. */

type Tensor = { name: string; shape: number[]; values: number[] }

const sizes = { F64: 8, F32: 4 }

/** A file of weights in the precision of the page. */
export function safetensorsFile(exported: Exported): Uint8Array<ArrayBuffer> {
  const kind = exported.precision === 'float32' ? 'F32' : 'F64'
  const tensors = tensorsOf(exported)
  const header: Record<string, unknown> = { __metadata__: metadataOf(exported) }
  let end = 0
  for (const { name, shape, values } of tensors) {
    const from = end
    end += values.length * sizes[kind]
    header[name] = { dtype: kind, shape, data_offsets: [from, end] }
  }
  const text = new TextEncoder().encode(jsonOf(header))
  const length = Math.ceil(text.length / 8) * 8
  const file = new Uint8Array(8 + length + end)
  const view = new DataView(file.buffer)
  view.setBigUint64(0, BigInt(length), true)
  file.fill(32, 8, 8 + length)
  file.set(text, 8)
  let at = 8 + length
  for (const value of tensors.flatMap(({ values }) => values)) {
    if (kind === 'F64') view.setFloat64(at, value, true)
    else view.setFloat32(at, value, true)
    at += sizes[kind]
  }
  return file
}

function tensorsOf({ layers, inputScale, targetScale }: Exported): Tensor[] {
  const line = (name: string, values: number[]) => ({ name, shape: [values.length], values })
  return [
    ...layers.flatMap(({ weights, bias, units, inputs }, l) => [
      { name: `layers.${l}.weight`, shape: [units, inputs], values: weights.flat() },
      line(`layers.${l}.bias`, bias),
    ]),
    ...(inputScale ? [line('inputs.mean', inputScale.mean), line('inputs.deviation', inputScale.deviation)] : []),
    ...(targetScale ? [line('targets.mean', targetScale.mean), line('targets.deviation', targetScale.deviation)] : []),
  ]
}

/** Texts alone, as the format wants it. */
const metadataOf = ({ layers, columns, inputs, derived, outputs }: Exported) => ({
  format: 'pt',
  activations: jsonOf(layers.map(({ activation }) => activation)),
  muted: jsonOf(layers.map(({ muted }) => muted)),
  columns: jsonOf(columns),
  inputs: jsonOf(inputs),
  derived: jsonOf(derived),
  outputs: jsonOf(outputs.map(({ name, unit }) => ({ name, unit }))),
})
