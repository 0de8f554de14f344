/** Whether a word was probably meant to be a name. */

/** Names of fewer letters are too often nearly a word of somebody else's: 'date', 'text', 'feed'. */
export const shortest = 5

/**
 * Whether a word is a name, the other number of it, or a letter off.
 * @param fewest letters of a name that a word can be a letter off
 */
export const isNearly = (word: string, name: string, fewest = shortest) =>
  word === name || `${word}s` === name || word === `${name}s` || (name.length >= fewest && isOneOff(word, name))

/** The name that was probably meant, where no word is anybody else's. */
export const nearest = (word: string, names: readonly string[]) => names.find((name) => isNearly(word, name, 4))

/** Whether one letter is added, left out, changed or has changed places with its neighbour. */
function isOneOff(a: string, b: string) {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return isSwapped || restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
}
