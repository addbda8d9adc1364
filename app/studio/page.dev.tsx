// In development: the studio, where a post is written beside its own page.

import { stampNow } from '../content'
import { Studio } from './studio'
import './studio.css'

export const metadata = { title: 'The studio' }

export default function StudioPage() {
  return <Studio stamp={stampNow()} />
}
