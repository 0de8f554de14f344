import type { Catalog } from '../engine/catalog.ts'
import { sentences } from '../text/options/settings.ts'
import { descriptionOf } from './description.ts'

/** JSON schema of a group of values. */
interface Group {
  type: string
  properties: Record<string, object>
  required?: string[]
}

/**
 * The JSON schema of State v1 as it is given from outside, in part: only the name of the data must be there.
 * @returns web/schema/state.v1.json, word for word
 */
export function stateSchema(catalog: Catalog): Record<string, unknown> {
  const description = JSON.parse(JSON.stringify(descriptionOf(catalog))) as Group
  const properties = Object.entries(description.properties).map(([name, node]) => [
    name,
    'properties' in node ? inPart(node as Group, name) : node,
  ])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Glassbox state, version 1',
    description: 'All that a reader can set. What is left out comes from the preset of the data.',
    ...description,
    properties: Object.fromEntries(properties),
    required: ['v', 'data'],
  }
}

/** A group of which anything can be left out, each number with what it does. */
function inPart({ properties, required, ...group }: Group, name: string) {
  const about = (key: string) => sentences[key as keyof typeof sentences]
  const described = Object.entries(properties).map(([key, node]) => [
    key,
    'type' in node && Object.hasOwn(sentences, key) ? { ...node, description: about(key) } : node,
  ])
  return {
    ...group,
    properties: Object.fromEntries(described),
    ...(name === 'data' ? { required: ['name'] } : {}),
  }
}
