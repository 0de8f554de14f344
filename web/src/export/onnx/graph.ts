import { encoded, type Field } from './protobuf.ts'

/** A graph of ONNX while it is put together: nodes, and the constants that they read. Field numbers are those of onnx.proto. */

/** Kinds of element. */
export const kinds = { float: 1, int64: 7, bool: 9, double: 11 }

export class Graph {
  #nodes: Field[] = []
  #constants: Field[] = []
  #count = 0

  /** Adds a node. @returns the name of what it gives */
  add(
    operator: string,
    inputs: string[],
    attributes: Record<string, number> = {},
    output = `v${++this.#count}`,
  ): string {
    this.#nodes.push([
      1,
      [
        ...inputs.map((name): Field => [1, name]),
        [2, output],
        [3, `${operator}_${output}`],
        [4, operator],
        ...Object.entries(attributes).map(
          ([name, value]): Field => [
            5,
            [
              [1, name],
              [3, value],
              [20, 2],
            ],
          ],
        ),
      ],
    ])
    return output
  }

  /** Adds float64 numbers. @returns their name */
  numbers(values: ArrayLike<number>, shape: number[], name = `c${++this.#count}`): string {
    return this.#constant(name, kinds.double, shape, new Uint8Array(littleEndian(values).buffer))
  }

  /** Adds whole numbers. @returns their name */
  wholes(values: number[], name = `c${++this.#count}`): string {
    const view = new DataView(new ArrayBuffer(8 * values.length))
    values.forEach((value, i) => {
      view.setBigInt64(8 * i, BigInt(value), true)
    })
    return this.#constant(name, kinds.int64, [values.length], new Uint8Array(view.buffer))
  }

  /** Adds truths. @returns their name */
  flags(values: boolean[], name = `c${++this.#count}`): string {
    return this.#constant(name, kinds.bool, [values.length], Uint8Array.from(values, Number))
  }

  #constant(name: string, kind: number, shape: number[], bytes: Uint8Array) {
    this.#constants.push([5, [...shape.map((size): Field => [1, size]), [2, kind], [8, name], [9, bytes]]])
    return name
  }

  /** The graph from one matrix of float64 to another, a row a sample. */
  fields(name: string, input: [name: string, width: number], output: [name: string, width: number]): Field[] {
    return [...this.#nodes, [2, name], ...this.#constants, [11, matrix(...input)], [12, matrix(...output)]]
  }
}

function littleEndian(values: ArrayLike<number>) {
  const view = new DataView(new ArrayBuffer(8 * values.length))
  for (let i = 0; i < values.length; i++) view.setFloat64(8 * i, values[i], true)
  return view
}

/** A value's name and type: any number of rows of so many numbers. */
const matrix = (name: string, width: number): Field[] => [
  [1, name],
  [
    2,
    [
      [
        1,
        [
          [1, kinds.double],
          [
            2,
            [
              [1, [[2, 'rows']]],
              [1, [[1, width]]],
            ],
          ],
        ],
      ],
    ],
  ],
]

/** A whole model, of IR version 8 and operators 17. */
export const model = (graph: Field[], about: string, facts: Record<string, string>): Uint8Array<ArrayBuffer> =>
  encoded([
    [1, 8],
    [2, 'Glassbox'],
    [6, about],
    [7, graph],
    [
      8,
      [
        [1, ''],
        [2, 17],
      ],
    ],
    ...Object.entries(facts).map(
      ([key, value]): Field => [
        14,
        [
          [1, key],
          [2, value],
        ],
      ],
    ),
  ])
