// The heat map reads itself aloud: the share of a square is read off its pixel, whose red falls by one a step.

ready(() => {
  const picture = byId("squares");
  if (!picture) return;
  const names = each(".names li").map((item) => item.textContent);
  const number = names.length;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = number;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const draw = () => context.drawImage(picture, 0, 0, number, number);
  if (picture.complete) draw();
  else picture.addEventListener("load", draw);

  const at = { row: 0, column: 0 };
  function read(row, column) {
    at.row = Math.min(Math.max(row, 0), number - 1);
    at.column = Math.min(Math.max(column, 0), number - 1);
    const red = context.getImageData(at.column, at.row, 1, 1).data[0];
    const share = Math.round(((255 - red) / 255) * 100);
    const pair = at.row === at.column ? names[at.row] : `${names[at.row]} and ${names[at.column]}: ${share}% in common`;
    byId("reading").textContent = pair;
  }
  picture.addEventListener("mousemove", (event) => {
    const box = picture.getBoundingClientRect();
    const place = (offset, size) => Math.floor((offset / size) * number);
    read(place(event.clientY - box.top, box.height), place(event.clientX - box.left, box.width));
  });
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  picture.parentElement.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    read(at.row + step[0], at.column + step[1]);
  });
});
