// Brings a figure to life: the player, its protocol and its pictures are fetched side by side.

import type { PlayerProps } from './player'
import type { QuestionProps } from './question'
import type { StudyPlayerProps } from './study-player'
import type { SurveyPlayerProps } from './survey-player'

/** What the loader hydrates: the player, with all that it draws ready in its hands. */
export const wakePlayer = async (props: PlayerProps) => {
  const { Player, develop } = await import('./player')
  return [Player, { ...props, developed: await develop(props.scenario, props.kept) }] as const
}

/** A question, which has all it needs in the page. */
export const wakePredict = async (props: QuestionProps) =>
  [(await import('./predict-player')).PredictPlayer, props] as const

/** A study, with its picture; what it answers is in the page. */
export const wakeStudy = async (props: StudyPlayerProps) => {
  const [{ StudyPlayer }, { fetchPen }] = await Promise.all([
    import('./study-player'),
    import('./study'),
  ])
  const pen = await fetchPen(props.picture, 'edits' in props.data)
  return [StudyPlayer, { ...props, pen }] as const
}

/** A survey, with its chart; what its runs came to is in the page. */
export const wakeSurvey = async (props: SurveyPlayerProps) => {
  const [{ SurveyPlayer }, { fetchChart }] = await Promise.all([
    import('./survey-player'),
    import('./survey'),
  ])
  return [SurveyPlayer, { ...props, picture: await fetchChart() }] as const
}
