// How far the analyzer is: only the bar moves, so that the button beside it stays where it is.

/** @param {State} state */
export const needs = (state) => [state.busy];

/** @param {State} state */
export function draw({ busy }) {
  const bar = document.getElementById('progress');
  if (bar instanceof HTMLProgressElement && busy !== null && busy > 0) bar.value = busy;
}
