// What is used of subset-font, which comes without types of its own.

declare module 'subset-font' {
  /** Cuts a font to the letters of `text`; axes left out stay variable. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2' | 'woff' | 'sfnt'
      variationAxes?: Record<string, number | { min: number; max: number }>
      keepFeatures?: string[]
      noHinting?: boolean
    },
  ): Promise<Buffer>
}
