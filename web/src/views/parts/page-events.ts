import type { Neuron } from '../../network/pointed.ts'

/** Events by which one part of the page asks another for something. */

/** Asks the pane to take the focus to its open tab. */
export const enterPaneEvent = 'enter-pane'

/** @param from within the playground */
export const enterPane = (from: EventTarget) => from.dispatchEvent(new Event(enterPaneEvent, { bubbles: true }))

/** Asks the open panel whether it opens a neuron itself: then it prevents the default, another tab. */
export const openNeuronEvent = 'open-neuron'

/** @returns whether the open panel opens it */
export const openNeuron = (from: EventTarget, neuron: Neuron): boolean =>
  !from.dispatchEvent(new CustomEvent(openNeuronEvent, { bubbles: true, cancelable: true, detail: neuron }))

/** Asks for the field of a setting, in the drawer of all of them. */
export const openSettingEvent = 'open-setting'

/** @param path such as 'training.learningRate' */
export const openSetting = (from: EventTarget, path: string) =>
  from.dispatchEvent(new CustomEvent(openSettingEvent, { bubbles: true, detail: path }))

/** Tells the story what has happened elsewhere on the page. */
export const tellStoryEvent = 'tell-story'

/**
 * @param from within the playground
 * @param sentence '' = the state of the training
 * @param isSpoken whether it is read out too
 */
export const tellStory = (from: EventTarget, sentence: string, isSpoken: boolean) =>
  from.dispatchEvent(new CustomEvent(tellStoryEvent, { bubbles: true, detail: { sentence, isSpoken } }))
