// The stage: plays whatever run its address holds, for lecturers, for the fuzz, for anybody.

import { OpenStage } from '@/components/figure/open-stage'
import { Page } from '@/components/site/page'

export const metadata = {
  title: 'The stage',
  description:
    'An empty figure that plays any run: yours, a lecturer’s, or one that failed a test.',
}

const says =
  'An empty figure. A link that was copied from any figure here opens in it as it was left.'

export default function Stage() {
  return (
    <Page title="The stage" says={says}>
      <div className="-mx-4 sm:mx-0">
        <OpenStage />
      </div>
    </Page>
  )
}
