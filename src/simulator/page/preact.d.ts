/**
 * The types of `/simulator/vendor/preact.js`, which the server serves from the htm package (`preact/standalone`): preact,
 * its hooks and the `html` template tag in one file without types of its own.
 */
export { Component, render, type VNode } from 'preact'
export { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'

import type { VNode } from 'preact'

export function html(strings: TemplateStringsArray, ...values: unknown[]): VNode
