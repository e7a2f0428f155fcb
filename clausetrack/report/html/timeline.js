// A timeline: what an address leads to is opened, and one clause can be followed alone.

const lanes = () => each(".lane");

function openTarget() {
  const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.hidden) actions.all();
  if (target.matches("details")) target.open = true;
  target.scrollIntoView({ block: "center" });
}

/** Show the changes of one clause, and of those that it was split from or merged with there, and no others. */
function follow(lane) {
  const { thread } = lane.dataset;
  root.classList.add("followed");
  lanes().forEach((other) => other.classList.toggle("current", other === lane));
  let number = 0;
  each(".change").forEach((entry) => {
    entry.hidden = !entry.dataset.threads.split(" ").includes(thread);
    number += !entry.hidden;
  });
  each("section.stage").forEach((stage) => (stage.hidden = !stage.querySelector(".change:not([hidden])")));
  const name = lane.querySelector("title").textContent;
  byId("following").hidden = false;
  byId("following").firstElementChild.textContent = `${name}: ${number} ${number === 1 ? "change" : "changes"}`;
}

actions.all = () => {
  root.classList.remove("followed");
  lanes().forEach((lane) => lane.classList.remove("current"));
  each(".change, section.stage").forEach((entry) => (entry.hidden = false));
  byId("following").hidden = true;
};

ready(() => {
  lanes().forEach((lane) => {
    const name = lane.querySelector("text");
    name.setAttribute("tabindex", "0");
    name.setAttribute("role", "button");
    const toggle = () => (lane.classList.contains("current") ? actions.all() : follow(lane));
    name.addEventListener("click", toggle);
    name.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      toggle();
    });
  });
  openTarget();
});
addEventListener("hashchange", openTarget);
