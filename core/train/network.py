# The network that teaches the model: it learns German and English by guessing words that are hidden from it in plain text, then
# names from the annotated text, and tags the plain text that core/train/run.sh then trains the model on. It is far too large and
# slow for the page; what it knows of contexts reaches the page through the model.
#
#   network.py PREFIX PROBABILITIES OUT
#
# PREFIX names the files of `lupe_train network-words`, PROBABILITIES what a first model says of the same words; OUT gets logarithms
# of label probabilities, the normalised product of both, for the lines that are not trained on. PREFIXlearned keeps what the plain text taught.
# Needs Debian's python3-torch and one core for an hour; the same seed, machine type and packages give the same numbers.
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")  # such small matrices are slower on two cores
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

LABELS, OUTSIDE = 17, 4  # core/src/names/labels.h
WIDTH = 192
REACH = (1, 1, 2, 3, 1)  # how far each layer looks to either side
ATTENTION_AFTER = 3  # layers, then each word sees all words of its stretch
HEADS = 4
HINTS, FIRST_OF_LINE, ALWAYS_SEEN = 512, 256, 257  # of a hidden word only its place: glued, first of a line
ATOMS, CLASSES = 1 << 18, 4096 + 8  # as teaching.h hashes atoms; clusters, and eight kinds of words without one
STRETCH = 256  # words at once

PRETRAINING = dict(steps=11_400, stretches=8, rate=1e-3, atom_rate=0.03, hidden=0.18)
TRAINING = dict(epochs=9, words=2600, rate=6e-4, atom_rate=0.02, hidden=0.06, lost_atoms=0.2, dropout=0.15, averaging=0.998)


class Words:
    """The files of `lupe_train network-words`; see teaching.h."""

    def __init__(self, prefix):
        read = lambda name: np.fromfile(prefix + name, np.uint32)
        words, lines, forms = read("words").reshape(-1, 3), read("lines").reshape(-1, 2), read("forms").reshape(-1, 2)
        self.form, self.hints, self.allowed = words[:, 0].astype(np.int64), words[:, 1].astype(np.int64), words[:, 2].astype(np.int64)
        self.atoms = read("atoms").astype(np.int64)
        self.atom_start = np.append(forms[:, 0].astype(np.int64), len(self.atoms))
        self.cluster = forms[:, 1].astype(np.int64)
        self.line_start = lines[:, 0].astype(np.int64)
        self.hints[self.line_start[self.line_start < len(self.form)]] |= FIRST_OF_LINE
        articles = np.loadtxt(prefix + "articles", ndmin=2)
        self.held_back, self.weight = articles[:, 0] > 0, articles[:, 1]
        first_line = np.searchsorted(lines[:, 1], np.arange(len(articles) + 1))
        self.article_start = np.append(self.line_start, len(self.form))[first_line]

    def atoms_of(self, forms, lost=0.0):
        """The distinct forms' atoms, where each form's begin, which form each word is, and the atoms' weights: some may be lost."""
        distinct, which = np.unique(forms, return_inverse=True)
        start, size = self.atom_start[distinct], self.atom_start[distinct + 1] - self.atom_start[distinct]
        offset = np.cumsum(size) - size
        atoms = self.atoms[np.repeat(start - offset, size) + np.arange(size.sum())]
        kept = (np.random.rand(len(atoms)) >= lost) / (1 - lost) if lost else np.ones(len(atoms))
        tensor = torch.from_numpy
        return tensor(atoms), tensor(offset), tensor(which.reshape(forms.shape)), tensor(kept.astype(np.float32))

    def stretches(self, article):
        """The article in stretches of whole lines, as [begin, end) of the words; only a longer line is cut."""
        begin, end = self.article_start[article], self.article_start[article + 1]
        lines = self.line_start[np.searchsorted(self.line_start, begin) + 1 : np.searchsorted(self.line_start, end)]
        found, last = [], begin
        for line in [*lines, end]:
            if line - begin > STRETCH and last > begin:
                found.append((begin, last))
                begin = last
            while line - begin > STRETCH:
                found.append((begin, begin + STRETCH))
                begin += STRETCH
            last = line
        return found + [(begin, end)] if end > begin else found


class Window(torch.autograd.Function):
    """Each word beside those `reach` to its left and right: (batch, words, width) -> (batch, words, 3 * width)."""

    @staticmethod
    def forward(context, x, reach):
        context.reach, width = reach, x.shape[2]
        out = x.new_zeros(*x.shape[:2], 3 * width)
        out[:, reach:, :width] = x[:, :-reach]
        out[:, :, width : 2 * width] = x
        out[:, :-reach, 2 * width :] = x[:, reach:]
        return out

    @staticmethod
    def backward(context, gradient):
        reach, width = context.reach, gradient.shape[2] // 3
        out = gradient[:, :, width : 2 * width].contiguous()
        out[:, :-reach] += gradient[:, reach:, :width]
        out[:, reach:] += gradient[:, :-reach, 2 * width :]
        return out, None


class Layer(nn.Module):
    def __init__(self, reach, dropout):
        super().__init__()
        self.reach, self.norm, self.dropout = reach, nn.LayerNorm(WIDTH), nn.Dropout(dropout)
        self.mix, self.out = nn.Linear(3 * WIDTH, 2 * WIDTH), nn.Linear(WIDTH, WIDTH)

    def forward(self, x, there):
        seen = Window.apply((self.norm(x) * there).bfloat16(), self.reach)
        return x + self.dropout(self.out(F.glu(self.mix(seen), -1)))


class Attention(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.norm, self.ask, self.out, self.dropout = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH), nn.Dropout(dropout)

    def forward(self, x, there):
        batch, words, _ = x.shape
        split = lambda t: t.reshape(batch, words, HEADS, WIDTH // HEADS).transpose(1, 2)
        query, key, value = map(split, self.ask(self.norm(x)).chunk(3, -1))
        score = (query @ key.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5
        score = score.masked_fill(there[:, None, None, :, 0] == 0, -1e4)
        return x + self.dropout(self.out((score.softmax(-1) @ value).transpose(1, 2).reshape(x.shape)))


class Network(nn.Module):
    def __init__(self, dropout=0.0):
        super().__init__()
        self.register_buffer("atoms", torch.randn(ATOMS, WIDTH) * 0.05)
        self.register_buffer("atom_squares", torch.full((ATOMS,), 1e-6))
        self.input_norm, self.hints, self.hidden = nn.LayerNorm(WIDTH), nn.Embedding(HINTS, WIDTH), nn.Parameter(torch.randn(WIDTH) * 0.1)
        nn.init.normal_(self.hints.weight, 0, 0.05)
        self.layers = nn.ModuleList(Layer(reach, dropout) for reach in REACH)
        self.attention, self.dropout = Attention(dropout), nn.Dropout(dropout)
        self.norm, self.guess, self.tag = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, CLASSES), nn.Linear(WIDTH, LABELS)
        nn.init.zeros_(self.tag.weight), nn.init.zeros_(self.tag.bias)

    def forward(self, atoms, hints, hidden, there):
        ids, offset, which, kept = atoms
        with torch.no_grad():
            sums = F.embedding_bag(ids, self.atoms, offset, mode="sum", per_sample_weights=kept)
        self.sums = sums.requires_grad_(torch.is_grad_enabled())
        x = F.embedding(which, self.input_norm(self.sums))
        x = torch.where(hidden[..., None], self.hidden, x)
        x = self.dropout(x + self.hints(torch.where(hidden, hints & ALWAYS_SEEN, hints)))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for number, layer in enumerate(self.layers):
                x = layer(x, there)
                if number == ATTENTION_AFTER:
                    x = self.attention(x, there)
            return self.norm(x.float())

    @torch.no_grad()
    def update_atoms(self, atoms, rate):
        """AdaGrad by row, for the few rows that were used."""
        ids, offset, _, kept = atoms
        size = torch.diff(offset, append=torch.tensor([len(ids)]))
        by_atom = self.sums.grad[torch.repeat_interleave(torch.arange(len(offset)), size)] * kept[:, None]
        rows, which = torch.unique(ids, return_inverse=True)
        gradient = torch.zeros(len(rows), WIDTH).index_add_(0, which, by_atom)
        self.atom_squares[rows] += gradient.pow(2).mean(1)
        self.atoms[rows] -= rate * gradient / self.atom_squares[rows].sqrt()[:, None]


def say(*what, start=time.time()):
    print(f"{(time.time() - start) / 60:.1f} min:", *what, file=sys.stderr, flush=True)


def step(network, optimiser, atoms, loss, share, settings, warm_up, most):
    """One step of learning; the rate rises for `warm_up` steps, then falls with the `share` that is done."""
    share = min(1, optimiser.steps / warm_up) * max(0.03, 1 - share)
    for group in optimiser.param_groups:
        group["lr"] = settings["rate"] * share
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), most)
    optimiser.step()
    network.update_atoms(atoms, settings["atom_rate"] * share)
    optimiser.steps += 1


def optimiser_for(network, rate, decay, beta):
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=decay, betas=(0.9, beta))
    optimiser.steps = 0
    return optimiser


def pretrain(words, settings=PRETRAINING):
    """Learns to guess the clusters of hidden words."""
    network, losses = Network(), []
    optimiser = optimiser_for(network, settings["rate"], 0.01, 0.98)
    starts = np.arange(0, len(words.form) - STRETCH, STRETCH)
    np.random.shuffle(starts)
    there = torch.ones(settings["stretches"], STRETCH, 1)
    while optimiser.steps < settings["steps"]:
        chosen = np.take(starts, np.arange(settings["stretches"]) + optimiser.steps * settings["stretches"], mode="wrap")
        at = np.minimum(chosen + np.random.randint(0, 32), len(words.form) - STRETCH)[:, None] + np.arange(STRETCH)
        hidden = np.random.rand(*at.shape) < settings["hidden"]
        atoms = words.atoms_of(words.form[at])
        seen = network(atoms, torch.from_numpy(words.hints[at]), torch.from_numpy(hidden), there)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            guess = network.guess(seen[torch.from_numpy(hidden)])
        loss = F.cross_entropy(guess.float(), torch.from_numpy(words.cluster[words.form[at][hidden]]))
        step(network, optimiser, atoms, loss, optimiser.steps / settings["steps"], settings, 300, 1.0)
        losses.append(loss.item())
        if optimiser.steps % 1000 == 0:
            say(f"{optimiser.steps} steps, loss {np.mean(losses[-1000:]):.3f}")
    return network.state_dict()


def batches(stretches, words, is_shuffled):
    """Stretches of about the same length together, so many that they have about `words` words."""
    shift = np.random.rand(len(stretches)) * 4 * is_shuffled
    order = np.argsort([end - begin + s for (begin, end, *_), s in zip(stretches, shift)], kind="stable")
    found, held = [], []
    for stretch in (stretches[i] for i in order):
        if held and (len(held) + 1) * (stretch[1] - stretch[0]) > words:
            found.append(held)
            held = []
        held.append(stretch)
    found.append(held)
    if is_shuffled:
        np.random.shuffle(found)
    return found


def padded(words, batch):
    """The words' forms, hints and allowed labels, and which of the places have a word."""
    size = (len(batch), max(end - begin for begin, end, *_ in batch))
    form, hints, allowed = np.zeros(size, np.int64), np.zeros(size, np.int64), np.full(size, (1 << LABELS) - 1)
    there = torch.zeros(*size, 1)
    for row, (begin, end, *_) in enumerate(batch):
        for array, values in ((form, words.form), (hints, words.hints), (allowed, words.allowed)):
            array[row, : end - begin] = values[begin:end]
        there[row, : end - begin] = 1
    return form, torch.from_numpy(hints), allowed, there


def sample(words, size):
    """Stretches to train on, with their weights; of articles that weigh little only some, which then weigh more."""
    chance = np.minimum(1, words.weight * 3)
    chosen = np.flatnonzero(~words.held_back & (np.random.rand(len(chance)) < chance))
    return batches([(*stretch, words.weight[a] / chance[a]) for a in chosen for stretch in words.stretches(a)], size, True)


def train(words, learned, settings=TRAINING):
    """Learns to tag; returns the mean of the network's late states."""
    network = Network(settings["dropout"])
    network.load_state_dict(learned)
    network.atom_squares *= 0.3
    optimiser, bits = optimiser_for(network, settings["rate"], 0.02, 0.99), torch.from_numpy(1 << np.arange(LABELS))
    means, steps = [p.detach().clone() for p in network.parameters()], 0
    for epoch in range(settings["epochs"]):
        chosen, losses = sample(words, settings["words"]), []
        steps = steps or len(chosen) * settings["epochs"]
        for batch in chosen:
            form, hints, allowed, there = padded(words, batch)
            atoms = words.atoms_of(form, settings["lost_atoms"])
            hidden = torch.rand(*form.shape) < settings["hidden"]
            said = network.tag(network.dropout(network(atoms, hints, hidden, there))).log_softmax(-1)
            right = (torch.from_numpy(allowed)[..., None] & bits) > 0
            weight = torch.tensor([w for *_, w in batch])[:, None] * there[..., 0]
            loss = -(torch.where(right, said, torch.full_like(said, -1e4)).logsumexp(-1) * weight).sum()
            step(network, optimiser, atoms, loss / 500, optimiser.steps / steps, settings, 200, 2.0)
            losses.append(loss.item() / max(1e-9, weight.sum().item()))
            for mean, p in zip(means, network.parameters()):
                mean.lerp_(p.detach(), 1 - settings["averaging"])
        say(f"epoch {epoch + 1}, loss {np.mean(losses):.4f}")
    with torch.no_grad():
        for mean, p in zip(means, network.parameters()):
            p.copy_(mean)
    return network.eval()


@torch.no_grad()
def tag(words, network):
    """Logarithms of the label probabilities of all articles that are held back; of the others, zero."""
    out = np.zeros((words.article_start[-1], LABELS), np.float32)
    for batch in batches([s for a in np.flatnonzero(words.held_back) for s in words.stretches(a)], 4000, False):
        form, hints, _, there = padded(words, batch)
        said = network.tag(network(words.atoms_of(form), hints, torch.zeros(*form.shape, dtype=torch.bool), there)).log_softmax(-1).numpy()
        for row, (begin, end) in enumerate(batch):
            out[begin:end] = said[row, : end - begin]
    return out


def main(prefix, probabilities, out):
    torch.manual_seed(1), np.random.seed(1), torch.set_num_threads(1)
    words = Words(prefix)
    say(len(words.form), "words,", len(words.cluster), "forms")
    if not os.path.exists(prefix + "learned"):
        torch.save(pretrain(words), prefix + "learned")
    said = tag(words, train(words, torch.load(prefix + "learned")))
    said += np.log(np.maximum(np.fromfile(probabilities, np.float32).reshape(-1, LABELS), 1e-6))
    said -= np.log(np.exp(said - said.max(1, keepdims=True)).sum(1, keepdims=True)) + said.max(1, keepdims=True)
    said.tofile(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
