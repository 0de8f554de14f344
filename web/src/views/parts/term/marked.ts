import { html } from 'lit'

/** Words that say what they mean: `[[word|name]]` in a sentence, with the name of the glossary. */

/** Such a word, to be filled into a sentence. @param name of the glossary, or of an option: 'costs:mse' */
export const mark = (word: string, name: string) => `[[${word}|${name}]]`

/** A sentence with its words marked. */
export const marked = (sentence: string) =>
  sentence.split(/\[\[(.+?)\]\]/).map((piece, i) => {
    if (i % 2 === 0) return piece
    const [word, name] = piece.split('|')
    return html`<glassbox-word of=${name}>${word}</glassbox-word>`
  })

/** A sentence without its marks. */
export const unmarked = (sentence: string) => sentence.replace(/\[\[(.+?)\|.+?\]\]/g, '$1')
