// What figures of every kind share, named here so that it travels as one file (together.js).

import '@/components/figure/bar-keys'
import '@/components/figure/edits'
import '@/components/figure/slot'
import '@/components/pictures/frame'
import '@/components/pictures/geometry'
import '@/components/pictures/glyphs'
import '@/components/pictures/lettering'
import '@/components/pictures/letters'
import '@/components/pictures/picture'
import '@/lib/sim/curves'
import '@/lib/sim/protocol'
