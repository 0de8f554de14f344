import assert from 'node:assert/strict'

/**
 * What a careful writer does not let through, in any catalogue that readers see.
 * @typedef {[place: string, sentence: string]} Placed
 */

/** Every string within a value, with the way to it. @returns {Placed[]} */
export const stringsIn = (value, place) =>
  typeof value === 'string'
    ? [[place, value]]
    : Object.entries(value ?? {}).flatMap(([name, part]) => stringsIn(part, `${place}.${name}`))

/** @param {Placed[]} sentences @param {(sentence: string, place: string) => unknown} isWrong */
export const assertNone = (sentences, isWrong, message) =>
  assert.deepEqual(
    sentences
      .filter(([place, sentence]) => isWrong(sentence, place))
      .map(([place, sentence]) => `${place}: ${sentence}`),
    [],
    message,
  )

/** Translated, private or cute phrases, and second words for a thing that has its own. */
const odd = [
  /\b(on|onto) the network\b(?!: )/, // in the network; 'On the network:' opens a legend
  /looked into|\bin hand\b/i,
  /\bone an? \w+|\ba (column|square|row) a\b/,
  /\bhand(s|ed)? (on|back|it|out)\b|is handed/,
  /walk(ing)? (on|down)|drawn? anew|draw of|first weights/i,
  /\bshak(e|ing)\b|\bnudg(e|ed|ing)\b/i,
  /what is true|held against|are behind it|answered to/,
  /good to ±|second hollow|would even do|goes down\b/i,
  /\bsilent(ly)?\b|next stop|previous stop|stop to stop/i,
  /∂C\/∂(?![\w{])/, // a derivative by nothing
  /hard edges|by hand with|one \{unit\} more|glass pane/i,
  /made for each other|has a say|wild sample/,
  /\bunits? (of|in|from|to) (layer|\{layer\})|, unit\b/, // a neuron, for readers
  /\bsamples?\b(?! taken)/, // a row, for readers
]

const isOdd = (sentence) => {
  const words = sentence
    .replace(/\{count\}/g, '3')
    .replace(/\{\w+\}/g, 'X')
    .replace(/tissue samples/, 'tissue')
  return odd.some((phrase) => phrase.test(words))
}

const american = /\b\w*(standardiz|regulariz|color|center|gray|neighbor|behavior|digitiz|minimiz|summariz)\w*\b/i
const untypographic = /['"]|\.\.\.|\s…|(^|[\s(=×])-[\d{]| - |\d x \d| {2}/

/** @param {Placed[]} sentences */
export function assertWellWritten(sentences) {
  assertNone(sentences, isOdd, 'no phrase that a native reader stumbles over')
  assertNone(sentences, (sentence) => american.test(sentence), 'British spelling')
  assertNone(sentences, (sentence) => untypographic.test(sentence), 'typographic quotes, dots, minus; single spaces')
}
