import { translationOf } from '../language.ts'
import { catalogue } from '../text.ts'

interface Option {
  name: string
  formula: string
}

/** What readers see of the options of one kind, by the names that the engine's catalogue gives them. */
export interface OptionWords {
  label: (name: string) => string
  description: (name: string) => string
  /** Adds descriptions, by the names of options. */
  describe: (descriptions: Record<string, string>) => void
  /** Whatever else is said of an option. @param fallback where nothing is */
  part: (name: string, part: string, fallback?: string) => string
  /** By the engine's catalogue, where the language has no other way to write it. */
  formula: (option: Option | undefined) => string
  /** Options with their words, for a menu. */
  choices: (options: readonly Option[]) => (Option & { label: string; description: string })[]
}

/** @param kind the section of an option in a file of another language is 'options/kind/name' */
export function optionWords(kind: string, options: Record<string, Record<string, string>>): OptionWords {
  const section = (name: string) => `options/${kind}/${name}`
  for (const [name, words] of Object.entries(options)) catalogue(section(name), words)
  const part = (name: string, part: string, fallback = '') =>
    translationOf(section(name))?.[part] ?? options[name]?.[part] ?? fallback
  const label = (name: string) => part(name, 'label', name)
  const description = (name: string) => part(name, 'description')
  const formula = (option?: Option) => (option ? part(option.name, 'formula', option.formula) : '')
  return {
    label,
    description,
    describe(descriptions) {
      for (const [name, description] of Object.entries(descriptions)) options[name].description = description
    },
    part,
    formula,
    choices: (all) =>
      all.map((option) => ({
        name: option.name,
        label: label(option.name),
        description: description(option.name),
        formula: formula(option),
      })),
  }
}
