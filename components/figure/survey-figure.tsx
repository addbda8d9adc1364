// A survey as a page has it: what its runs came to, drawn when the page is built.

import { Island } from '@/components/islands/island'
import { factsOfSummary, type Summary } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { DataStage } from './data-stage'
import { DataTitle } from './data-title'
import { DataToolbar } from './data-toolbar'
import type { FigureProps } from './figure'
import { FigureFrame } from './figure-frame'
import { flat } from './markup'
import { RunChoice } from './run-choice'
import { developSurvey, settingWords, toolbarOf } from './survey-page'
import { SurveyPlayer } from './survey-player'

/** Throws where nobody has handed in what the runs came to: a page does not shoot them. */
export async function surveyFigure(
  survey: AnySurvey,
  summary: Summary | undefined,
  props: Omit<FigureProps, 'of' | 'summary'>,
) {
  const { id, number, children } = props
  if (!summary) throw new Error(`the runs of ${id} have not been summed up`)
  const { protocol, picture, across, chart } = await developSurvey(survey)
  const name = survey.title ?? survey.of.title ?? protocol.says
  const title = <DataTitle id={id} number={number} name={name} setting={settingWords(survey)} />
  const toolbar = (
    <DataToolbar id={id} {...toolbarOf(survey, protocol)}>
      {!survey.along && <RunChoice summary={summary} />}
    </DataToolbar>
  )
  const data = chart(summary)
  const given = { id, survey, summary, across }
  return (
    <FigureFrame id={id} caption={children}>
      <Island name="survey" props={given}>
        <SurveyPlayer key={JSON.stringify(survey)} {...given} title={title} toolbar={toolbar}>
          {flat(
            <DataStage
              {...{ id, title, toolbar, picture, data }}
              facts={factsOfSummary(summary)}
            />,
          )}
        </SurveyPlayer>
      </Island>
    </FigureFrame>
  )
}
