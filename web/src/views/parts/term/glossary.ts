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

/** Every term but the options. */
export const terms: readonly string[] = [...Object.keys(sentences), ...settingNames]

/** What a term means, in a sentence or two. @param name of the term, or of an option with its kind: 'costs:mse' */
export function meaningOf(name: string): string {
  const [kind, option] = name.split(':')
  if (option) return options[kind]?.description(option) ?? ''
  const setting = settingNames.find((one) => one === name)
  return setting ? settings(setting) : texts(sentences)(name as keyof typeof sentences)
}
