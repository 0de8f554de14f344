import { type GivenTable, handName } from '../data/hand.ts'
import type { LayerSettings } from '../network/layers.ts'
import { first } from './presets.ts'

/**
 * Starting points: networks that are worth a look, each with what it differs in from the preset of its data. A state
 * may name one; what else is given of it wins.
 */

export interface Start {
  data: {
    name: string
    samples?: number
    noise?: number
    testShare?: number
    features?: string[]
    table?: GivenTable
  }
  network?: { layers: LayerSettings[] }
  training?: Record<string, string | number>
  parameters?: { weights: number[][]; bias: number[] }[]
}

/** '4.tanh-1.sigmoid' */
const layers = (written: string) =>
  written.split('-').map((layer) => {
    const [units, activation] = layer.split('.')
    return { units: Number(units), activation }
  })

/** Plain gradient descent, without a penalty. */
const descent = (learningRate: number, batchSize: number) => ({ optimizer: 'sgd', learningRate, batchSize, l2: 0 })

/** The figures of the tutorial have five inputs, layers of two and three neurons, and five outputs. */
const tutorial = {
  data: {
    name: handName,
    table: {
      inputs: ['In1', 'In2', 'In3', 'In4', 'In5'],
      outputs: ['Out1', 'Out2', 'Out3', 'Out4', 'Out5'],
      rows: [
        [1, 0.5, 0, 0, 0.5, 1, 0, 0, 0, 0],
        [0, 1, 0.5, 0, 0, 0, 1, 0, 0, 0],
        [0, 0, 1, 0.5, 0, 0, 0, 1, 0, 0],
        [0.5, 0, 0, 1, 0.5, 0, 0, 0, 1, 0],
        [0, 0.5, 0.5, 0, 1, 0, 0, 0, 0, 1],
      ],
    },
  },
  network: { layers: layers('2.sigmoid-3.sigmoid-5.sigmoid') },
  training: { cost: 'mse', ...descent(1, 0) },
  parameters: [
    {
      weights: [
        [0.5, -0.2, 0.3, -0.4, 0.1],
        [-0.3, 0.4, -0.1, 0.2, 0.6],
      ],
      bias: [0.1, -0.2],
    },
    {
      weights: [
        [0.7, -0.5],
        [-0.4, 0.6],
        [0.3, 0.8],
      ],
      bias: [0.2, 0.1, -0.3],
    },
    {
      weights: [
        [0.4, -0.3, 0.2],
        [-0.6, 0.5, 0.1],
        [0.2, 0.3, -0.5],
        [0.1, -0.4, 0.6],
        [-0.2, 0.7, 0.3],
      ],
      bias: [-0.1, 0.2, 0.1, -0.3, 0.4],
    },
  ],
}

/** Its second neuron is silent wherever the data lies: no weight of it can make up for the bias. */
const dead = {
  data: { name: 'circle' },
  network: { layers: layers('4.relu-1.sigmoid') },
  training: descent(0.5, 20),
  parameters: [
    {
      weights: [
        [1, 0.6],
        [0.7, -0.8],
        [-1, 0.3],
        [-0.2, 0.9],
      ],
      bias: [0.1, -6, 0.1, 0.1],
    },
    { weights: [[0.5, 0.5, -0.5, 0.4]], bias: [0] },
  ],
}

const someFeatures = ['mean radius', 'mean texture', 'mean smoothness', 'mean concavity', 'mean symmetry']

/** By the names that a link has for them. */
export const starts = {
  tutorial,
  circle: first,
  oneFeature: { data: { name: 'study-hours' }, training: descent(0.5, 0) },
  fiveFeatures: {
    data: { name: 'breast-cancer', features: someFeatures },
    network: { layers: layers('1.sigmoid') },
    training: descent(0.5, 20),
  },
  line: { data: { name: 'xor' }, network: { layers: layers('1.sigmoid') }, training: descent(0.5, 20) },
  xor: { data: { name: 'xor' }, network: { layers: layers('4.tanh-1.sigmoid') }, training: descent(0.5, 20) },
  curve: { data: { name: 'sine' }, network: { layers: layers('3.tanh-1.linear') }, training: descent(0.1, 10) },
  spiral: { data: { name: 'spiral' } },
  penguins: { data: { name: 'penguins' } },
  digits: { data: { name: 'digits' } },
  overfits: {
    data: { name: 'moons', samples: 60, noise: 0.3, testShare: 0.5 },
    network: { layers: layers('16.tanh-16.tanh-1.sigmoid') },
    training: { l2: 0 },
  },
  diverges: { data: { name: 'plane' }, network: { layers: layers('1.linear') }, training: descent(2, 0) },
  dead,
} satisfies Record<string, Start>

export type StartName = keyof typeof starts

export const startNames = Object.keys(starts) as StartName[]
