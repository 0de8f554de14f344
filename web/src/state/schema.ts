import type { Catalog } from '../engine/catalog.ts'
import { fields, groups, nameOf, ruleFor } from './fields.ts'
import { schemaOf } from './kind-schemas.ts'

/**
 * The JSON schema of State v1, from the table of fields and the engine's catalogue.
 * @returns web/schema/state.v1.json, word for word
 */
export function stateSchema(catalog: Catalog): Record<string, unknown> {
  const entries = (isWanted: (path: string) => boolean) =>
    Object.fromEntries(
      fields
        .filter(({ path }) => isWanted(path))
        .map((field) => [nameOf(field.path), schemaOf(field.kind, ruleFor(field, catalog))]),
    )
  const group = (name: string) => ({
    type: 'object',
    properties: entries((path) => path.startsWith(`${name}.`)),
    ...(name === 'data' ? { required: ['name'] } : {}),
    additionalProperties: false,
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Glassbox state, version 1',
    description: 'All that a reader can set. What is left out comes from the preset of the data.',
    type: 'object',
    properties: {
      v: { const: 1 },
      ...Object.fromEntries(groups.map((name) => [name, group(name)])),
      ...entries((path) => !path.includes('.')),
    },
    required: ['v', 'data'],
    additionalProperties: false,
  }
}
