// A film is a run watched to its end: any moment of it can be looked up, forwards or backwards.
// This is the door to all that can be asked of one.

export { eventAt, narrated, next, previous } from './events'
export { type Film, lastEvent, messageAt, messagesOf, stateAfter, walls } from './footage'
export { faceOf, factsAt, glyphOf, historyAt, readsOf, worldAt } from './moment'
export { shoot, Take } from './take'
