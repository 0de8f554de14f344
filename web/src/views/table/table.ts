/** A table of one's own, from the drawer of data: fetched when that is opened, and no part of the single file. */
import { html } from 'lit'
import { defineView } from '../parts/session-element.ts'
import { OwnTableView } from './own-table.ts'

export const ownTable = html`<glassbox-own-table></glassbox-own-table>`

defineView('glassbox-own-table', OwnTableView)
