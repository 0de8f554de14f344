/**
 * Just enough of ONNX to write down a graph: protocol buffers by hand (onnx.proto; field numbers as there).
 *
 * @typedef {(number | string | Uint8Array | Field[])} Value
 * @typedef {[number: number, value: Value]} Field
 */
const float = 1

/** @param {number} value @returns {number[]} base 128, lowest group first */
function varint(value) {
  const bytes = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
  return [...bytes, value]
}

/** @param {Field[]} fields @returns {Uint8Array} */
function message(fields) {
  return Uint8Array.from(
    fields.flatMap(([number, value]) => {
      if (typeof value === 'number') return [...varint(number << 3), ...varint(value)]
      const bytes = bytesOf(value)
      return [...varint((number << 3) | 2), ...varint(bytes.length), ...bytes]
    }),
  )
}

function bytesOf(value) {
  if (Array.isArray(value)) return message(value)
  return typeof value === 'string' ? new TextEncoder().encode(value) : value
}

const valueInfo = ({ name, shape }) => [
  [1, name],
  [
    2,
    [
      [
        1,
        [
          [1, float],
          [2, shape.map((size) => [1, [[1, size]]])],
        ],
      ],
    ],
  ],
]

/** A graph of operations on float32 tensors, written down one by one. */
export class Graph {
  #nodes = []
  #constants = []
  #inputs = []
  #outputs = []

  /** @param {string} name @param {number[]} shape */
  input(name, shape) {
    this.#inputs.push({ name, shape })
    return name
  }

  /** @param {string} value what to give out @param {string} name @param {number[]} shape */
  output(value, name, shape) {
    this.#nodes.push([
      [1, value],
      [2, name],
      [4, 'Identity'],
    ])
    this.#outputs.push({ name, shape })
  }

  /** @param {number} value @returns {string} a scalar */
  constant(value) {
    const name = `constant${this.#constants.length}`
    this.#constants.push([
      [2, float],
      [8, name],
      [9, new Uint8Array(Float32Array.of(value).buffer)],
    ])
    return name
  }

  /**
   * @param {string} operation @param {string[]} inputs
   * @param {Record<string, number | number[]>} [attributes] whole numbers
   * @returns {string} its output
   */
  node(operation, inputs, attributes = {}) {
    const name = `value${this.#nodes.length}`
    const written = Object.entries(attributes).map(([key, value]) => [
      5,
      Array.isArray(value)
        ? [[1, key], ...value.map((each) => [8, each]), [20, 7]]
        : [
            [1, key],
            [3, value],
            [20, 2],
          ],
    ])
    this.#nodes.push([...inputs.map((input) => [1, input]), [2, name], [4, operation], ...written])
    return name
  }

  /** @returns {Uint8Array} a model file */
  write() {
    const graph = [
      ...this.#nodes.map((node) => [1, node]),
      [2, 'graph'],
      ...this.#constants.map((tensor) => [5, tensor]),
      ...this.#inputs.map((input) => [11, valueInfo(input)]),
      ...this.#outputs.map((output) => [12, valueInfo(output)]),
    ]
    return message([
      [1, 8],
      [7, graph],
      [
        8,
        [
          [1, ''],
          [2, 12],
        ],
      ],
    ])
  }
}
