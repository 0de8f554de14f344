/** Beneath the inputs: predictions in the data's units, and the rows of a table of one's own. Fetched late. */
import { html } from 'lit'
import type { SessionLike } from '../../session/session-like.ts'
import { defineView } from '../parts/session-element.ts'
import { PredictForm } from './predict.ts'
import { OwnRows } from './rows.ts'

export const ownTemplate = (session: SessionLike) => html`
  <glassbox-predict .session=${session}></glassbox-predict>
  <glassbox-own-rows .session=${session}></glassbox-own-rows>`

defineView('glassbox-predict', PredictForm)
defineView('glassbox-own-rows', OwnRows)
