/**
 * What a first visit does not need at once: drawers, cards, the overlay, the pictures of rarer data. One chunk, since
 * chunks that share little weigh more than they save.
 */

import '#gallery'
import { DataPickerView } from './data/data.ts'
import { defineView } from './parts/session-element.ts'
import './picture/curve.ts'
import './picture/image.ts'
import './picture/strips.ts'
import './parts/term/term.ts'
import './plot/map-scale.ts'
import './plot/scatter.ts'
import { AllSettingsView } from './settings/all-settings.ts'
import { ShareView } from './share/share.ts'

export { beginLate } from './graph/begin-late.ts'
export { DialCard } from './graph/dial-card.ts'
export { introducedOverlay } from './graph/introduced.ts'
export { legendOf } from './graph/legend.ts'
export { OverlayView } from './graph/overlay.ts'
export { wayWords } from './parts/edit-words/edit-words.ts'
export { default as tableStyle } from './parts/tables/tables.css'
export { PicturePointer } from './picture/pointer.ts'
export { tableTemplate } from './player/chart-table.ts'
export { adviceOf } from './story/advice.ts'
export { newsOf } from './story/news.ts'

defineView('glassbox-data', DataPickerView)
defineView('glassbox-settings', AllSettingsView)
defineView('glassbox-share', ShareView)
