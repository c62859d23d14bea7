// Fits a chain's weights: AdaGrad on the (partial-label) log-likelihood, or towards label probabilities; averaged over the later half
// of the epochs. The chain stays as it is, so several fits may run at once.
#pragma once

#include <functional>
#include <vector>

#include "crf.h"

namespace lupe::train {

// Learns from the samples from scratch, the transitions starting at `transitions`.
Weights fit(const Crf& crf, std::vector<std::uint32_t> samples, const names::Transitions& transitions = {}, int epochs = 0);

// The results of work(0), ..., work(count - 1), as many at once as the machine has cores.
std::vector<Weights> side_by_side(std::size_t count, const std::function<Weights(std::size_t)>& work);

}  // namespace lupe::train
