/** What Share offers beside the link: fetched when it is opened, and no part of the single file. */
import { html } from 'lit'
import { texts } from '../../../text/text.ts'
import { keepTemplate } from '../../keep/keep.ts'
import { defineView } from '../../parts/session-element.ts'
import '../../take/take.ts'
import { CopyShare } from './copy.ts'
import { PageShare } from './page.ts'
import { PictureShare } from './picture.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** @param link the words of the link that is offered */
export const moreTemplate = (link: string) => html`
  ${keepTemplate()}
  <details name="share"><summary>${text('page')}</summary>
    <glassbox-share-page .link=${link}></glassbox-share-page></details>
  <details name="share"><summary>${text('picture')}</summary>
    <glassbox-share-picture .link=${link}></glassbox-share-picture></details>
  <details name="share"><summary>${text('take')}</summary>
    <glassbox-take></glassbox-take></details>
  <details name="share"><summary>${text('file')}</summary>
    <glassbox-share-copy></glassbox-share-copy></details>`

defineView('glassbox-share-page', PageShare)
defineView('glassbox-share-picture', PictureShare)
defineView('glassbox-share-copy', CopyShare)
