// A study as a page has it: computed and drawn when the page is built, and what wakes it.

import { Island } from '@/components/islands/island'
import type { AnyStudied } from '@/lib/studies/study'
import { DataStage } from './data-stage'
import { DataTitle } from './data-title'
import { DataToolbar } from './data-toolbar'
import type { FigureProps } from './figure'
import { FigureFrame } from './figure-frame'
import { flat } from './markup'
import { developStudy, settingOf } from './study'
import { barOf } from './study-bar'
import { StudyPlayer } from './study-player'

export async function studyFigure(published: AnyStudied, props: Omit<FigureProps, 'of'>) {
  const { id, number, children } = props
  const developed = await developStudy(published)
  const { study, studied, data, facts, picture } = developed
  const title = <DataTitle id={id} number={number} name={studied.title ?? study.says} />
  const toolbar = <DataToolbar id={id} of={study} setting={settingOf(study, studied)} />
  const given = { id, studied, data, facts, picture: study.picture }
  return (
    <FigureFrame id={id} caption={children}>
      <Island name="study" props={given}>
        <StudyPlayer key={JSON.stringify(studied)} {...given} title={title} toolbar={toolbar}>
          {flat(
            <DataStage {...{ id, title, toolbar, picture, data, facts }}>
              {barOf(developed, studied, id)}
            </DataStage>,
          )}
        </StudyPlayer>
      </Island>
    </FigureFrame>
  )
}
