import { activations } from '../../../text/options/activations.ts'
import { costs } from '../../../text/options/costs.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import type { OptionWords } from '../../../text/options/option-words.ts'
import { settings } from '../../../text/options/settings.ts'
import '../../../text/options/descriptions.ts'
import { texts } from '../../../text/text.ts'
import { sentences } from './sentences.ts'

/** Settings that say what they are where they are chosen, and options by their kind. */
const settingNames = ['learningRate', 'momentum', 'weightDecay'] as const
const options: Record<string, OptionWords> = { activations, costs, optimizers }

/** What each term means that a panel has brought along: whichever copy of this module has defined the element knows it. */
const copies = globalThis as { [copies: symbol]: Record<string, () => string> | undefined }
const brought = (copies[Symbol.for('glassbox-terms')] ??= {})

/** Every term but the options. */
export const terms: string[] = [...Object.keys(sentences), ...settingNames]

/** Adds terms that only a panel uses which is fetched late. @param say what each means */
export function addTerms<Name extends string>(names: readonly Name[], say: (name: Name) => string): void {
  for (const name of names) brought[name] = () => say(name)
  terms.push(...names)
}

/** What a term means, in a sentence or two. @param name of the term, or of an option with its kind: 'costs:mse' */
export function meaningOf(name: string): string {
  const [kind, option] = name.split(':')
  if (option) return options[kind]?.description(option) ?? ''
  const setting = settingNames.find((one) => one === name)
  return setting ? settings(setting) : (brought[name]?.() ?? texts(sentences)(name as keyof typeof sentences))
}
