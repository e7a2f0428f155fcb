// The heat map reads itself aloud: the share of a square is read off its pixel, whose red falls by one a step. A second
// picture, which is not shown, has what part of the share is word for word.

ready(() => {
  const picture = byId("squares");
  if (!picture) return;
  const names = each(".names li").map((item) => item.title);
  const number = names.length;
  const at = { row: 0, column: 0 };
  const shares = [shareOf(picture), shareOf(byId("exact"))];

  function shareOf(image) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = number;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const draw = () => context.drawImage(image, 0, 0, number, number);
    if (image.complete) draw();
    else image.addEventListener("load", draw);
    return (row, column) => (255 - context.getImageData(column, row, 1, 1).data[0]) / 255;
  }

  function said(row, column) {
    const [share, exact] = shares.map((find) => find(row, column));
    const { lowest } = picture.dataset;
    if (!share) return lowest ? `under ${lowest} in common` : "nothing in common";
    return `${Math.round(share * 100)}% in common, ${Math.round(exact * 100)}% word for word`;
  }

  function read(row, column) {
    at.row = Math.min(Math.max(row, 0), number - 1);
    at.column = Math.min(Math.max(column, 0), number - 1);
    const one = names[at.row];
    const pair = at.row === at.column ? one : `${one} and ${names[at.column]}: ${said(at.row, at.column)}`;
    byId("reading").textContent = pair;
  }
  picture.addEventListener("mousemove", (event) => {
    const box = picture.getBoundingClientRect();
    const place = (offset, size) => Math.floor((offset / size) * number);
    read(place(event.clientY - box.top, box.height), place(event.clientX - box.left, box.width));
  });
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  picture.closest(".squares").addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    read(at.row + step[0], at.column + step[1]);
  });
});
