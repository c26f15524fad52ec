/** Generates a listing of any length with arXiv's markup and invented papers, for benches. */

const SUBJECTS = [
  'Computer Vision and Pattern Recognition (cs.CV)',
  'Machine Learning (cs.LG)',
  'Image and Video Processing (eess.IV)',
];
const ORGANS = ['liver', 'lung', 'retina', 'heart', 'prostate', 'knee', 'brain'];

function abstractOf(index: number): string {
  const organ = ORGANS[index % ORGANS.length];
  return `Segmentation of the ${organ} in computed tomography is laborious, and labels are scarce. We present network ${index}, a vision-language model that is trained with few labels and $\\ell_1$ regularisation. On a public test set of ${
    100 + index
  } scans it reaches a Dice score of 0.${10 + (index % 89)}, where earlier work reaches 0.0${1 + (index % 9)}, and it is ${
    2 + (index % 7)
  }.5 times faster. In a study with three radiologists its contours were preferred in ${
    40 + (index % 50)
  }% of all cases. We also find that pre-training on chest X-ray reports helps: the area under the curve rises by ${
    1 + (index % 5)
  }.2 points, while the number of labels falls to a tenth. Training is stable, needs one graphics card, and takes less than a day. Code is at https://github.com/example/net${index}.`;
}

function entryOf(index: number, id: string): string {
  const authors = Array.from(
    { length: 3 + (index % 5) },
    (_, author) =>
      `<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=Doe,+${author}">Jane ${author} Doe</a>`,
  );
  return `<dt>
      <a name='item${index + 1}'>[${index + 1}]</a>
      <a href ="/abs/${id}" title="Abstract" id="${id}-${index}">
        arXiv:${id}
      </a>

        [<a href="/pdf/${id}" title="Download PDF" id="pdf-${index}" aria-labelledby="pdf-${index}">pdf</a>, <a href="https://arxiv.org/html/${id}v1" title="View HTML" id="html-${index}" rel="noopener noreferrer" target="_blank">html</a>, <a href="/format/${id}" title="Other formats" id="oth-${index}">other</a>]
    </dt>
    <dd>
      <div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          Network ${index}: Segmenting the ${ORGANS[index % ORGANS.length]} with Few Labels
        </div>
        <div class='list-authors'>${authors.join(', ')}</div>
        <div class='list-comments mathjax'><span class='descriptor'>Comments:</span> ${8 + (index % 20)} pages</div>
        <div class='list-subjects'><span class='descriptor'>Subjects:</span>
          <span class="primary-subject">${SUBJECTS[index % SUBJECTS.length]}</span>
        </div>
        <p class='mathjax'>
          ${abstractOf(index)}
        </p>
      </div>
    </dd>`;
}

/** Returns the page. Every fiftieth entry is one of `known`, papers in the catalogue. */
export function longListing(count: number, known: readonly string[]): string {
  const entries = Array.from({ length: count }, (_, index) =>
    entryOf(
      index,
      index % 50 === 0 ? (known[(index / 50) % known.length] ?? '2408.09999') : `2408.${10_000 + index}`,
    ),
  );
  return `<!DOCTYPE html><html lang="en"><head><title>Computer Science</title>
<style>body { font: 13px/1.3 sans-serif } dt { font-weight: bold; margin-top: 12px } .list-title { font-size: 18px } dd { margin: 0 0 12px 40px }</style></head>
<body><div id="content"><div id="dlpage"><h1>Computer Science</h1><dl id='articles'>
<h3>New submissions (showing ${count} of ${count} entries)</h3>
${entries.join('\n')}</dl></div></div></body></html>`;
}
