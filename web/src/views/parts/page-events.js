/**
 * Events by which one part of the page asks another for something.
 *
 * @import { Neuron } from '../../types.d.ts'
 */

/** Asks the pane to take the focus to its open tab. */
export const enterPaneEvent = 'enter-pane'

/** @param {EventTarget} from within the playground */
export const enterPane = (from) => from.dispatchEvent(new Event(enterPaneEvent, { bubbles: true }))

/** Asks the open panel whether it opens a neuron itself: then it prevents the default, another tab. */
export const openNeuronEvent = 'open-neuron'

/** @param {EventTarget} from @param {Neuron} neuron @returns {boolean} whether the open panel opens it */
export const openNeuron = (from, neuron) =>
  !from.dispatchEvent(new CustomEvent(openNeuronEvent, { bubbles: true, cancelable: true, detail: neuron }))

/** Tells the story what has happened elsewhere on the page. */
export const tellStoryEvent = 'tell-story'

/**
 * @param {EventTarget} from within the playground
 * @param {string} sentence '' = the state of the training
 * @param {boolean} isSpoken whether it is read out too
 */
export const tellStory = (from, sentence, isSpoken) =>
  from.dispatchEvent(new CustomEvent(tellStoryEvent, { bubbles: true, detail: { sentence, isSpoken } }))
