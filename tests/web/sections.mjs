import { englishSentences } from '../../web/languages/english.mjs'

/** Every English sentence by its section and name. It takes the engine, whose formulas are among them. */
export const sections = await englishSentences()
