/** pdfjs-dist 没有为这个入口带类型;只把它整体挂到全局,不用其中的成员。 */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
