/**
 * What a project in TypeScript writes with the package. It is never run: tsc has to take it, and to refuse each line that
 * follows a @ts-expect-error.
 */
import 'glassbox'
import type { Command, ExportedFile, Frame, GivenState, GlassboxFigure, GlassboxPlayground, State } from 'glassbox'
import { type Catalog, Engine, loadEngine, Trainer, type TrainerSettings } from 'glassbox/engine'
import { connect, type Framed } from 'glassbox/host'
import 'glassbox/single'

const playground: GlassboxPlayground = document.createElement('glassbox-playground')
const figure: GlassboxFigure | null = document.querySelector('glassbox-figure')
const value = document.createElement('glassbox-value')

/** The elements: attributes as properties, methods, what they resolve to. */
export async function useElements() {
  playground.state = 'data=xor&layers=2.tanh-1.sigmoid'
  playground.parts = 'graph player'
  playground.linked = true
  playground.loading = 'lazy'
  value.of = '1.W1,1'
  if (figure) figure.shows = 'neuron'
  await playground.ready
  const { ok, message } = await playground.step(10)
  const told: string = ok ? '' : message
  const frame: Frame | null = playground.frame()
  const weights: Float64Array | undefined = frame?.layers[0].weights
  const [[share]]: number[][] = await playground.predict([[0, 1]])
  const { name, text = '' }: ExportedFile = await playground.export('pytorch')
  // @ts-expect-error
  await playground.export('exe')
  const traced = await playground.trace({ isBatch: true })
  const sums: number[][] = traced.layers[0].Z
  const before: State | null = playground.getState({ withParameters: true })
  if (before) await playground.setState(before)
  const rate: number | undefined = before?.training.learningRate
  const given: GivenState = { data: { name: 'spiral', noise: 0.1 }, view: { scope: 'batch' } }
  const command: Command = { do: 'set', changes: { 'training.learningRate': 0.1 } }
  await playground.setState(given)
  await playground.run(command)
  playground.dispose()
  return [told, name + text, weights, share, sums, rate, playground.link({ withParameters: true })]
}

/** The elements are elements: no Lit shows through. */
export const box: DOMRect = playground.getBoundingClientRect()

/** Events, wherever they are heard. */
export function listen() {
  playground.addEventListener('glassbox-step', ({ detail }) => detail.cost.toFixed(3))
  document.addEventListener('glassbox-change', ({ detail }) => detail.state.data.name)
  window.addEventListener('glassbox-error', ({ detail }) => detail.message + detail.where)
  const check = document.querySelector('glassbox-check')
  check?.addEventListener('glassbox-goal', (event: CustomEvent<{ success: true; duration: string }>) => event.detail)
  playground.addEventListener('click', (event) => event.clientX)
}

/** The engine without a page. */
export async function useEngine() {
  const engine: Engine = await loadEngine()
  const catalog: Catalog = engine.catalog
  const names: string[] = catalog.activations.map(({ name }) => name)
  const settings: TrainerSettings = { inputs: 2, layers: [{ units: 1, activation: 'sigmoid' }], precision: 'float32' }
  const trainer: Trainer = engine.createTrainer(settings, { kernel: 'plain' })
  const { X, Y } = engine.generate('xor', { samples: 100 })
  trainer.setData(X, Y, { task: 'binary' })
  trainer.step(10)
  const nested: number[][] = trainer.predict([[0, 1]])
  const flat: Float64Array = trainer.predict(X).data
  const slope: number = trainer.shock({ layer: 0, row: 0, bias: true }, 0.1).slope
  trainer.delete()
  return [names, nested, flat, slope]
}

/** A framed playground. */
export async function useFrame(frame: HTMLIFrameElement) {
  const framed: Framed = connect(frame)
  const { ok } = await framed.call('step', 10)
  const step: number | undefined = (await framed.call('frame'))?.step
  await framed.on('step', ({ cost, testAccuracy }) => cost + testAccuracy)
  return [ok, step]
}

/** What is wrong is refused. */
export async function misuse(engine: Engine, frame: HTMLIFrameElement) {
  // @ts-expect-error: an element of ours is no number
  playground.state = 5
  // @ts-expect-error: no such method
  playground.train()
  // @ts-expect-error: what only its own views call
  playground.session
  // @ts-expect-error: a misspelt key of a state
  playground.setState({ data: { nmae: 'xor' } })
  // @ts-expect-error: no such command
  playground.run({ do: 'explode' })
  // @ts-expect-error: the numbers of a step have no such name
  playground.addEventListener('glassbox-step', ({ detail }) => detail.loss)
  // @ts-expect-error: trainers are made by an engine
  new Trainer()
  // @ts-expect-error: engines are loaded
  new Engine({})
  // @ts-expect-error: layers are missing
  engine.createTrainer({ inputs: 2 })
  // @ts-expect-error: there is no such precision
  engine.createTrainer({ inputs: 2, layers: [], precision: 'float16' })
  // @ts-expect-error: nothing of this name can be called in a frame
  connect(frame).call('dispose')
  // @ts-expect-error: a frame that can be heard is ready
  connect(frame).on('ready', () => {})
  // @ts-expect-error: a number of steps is a number
  connect(frame).call('step', 'ten')
}
