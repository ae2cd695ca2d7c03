// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where do the children of a gather of senders live? Each is a node: its
// result and its operation state, made in place because operation states can't
// be moved. A pack keeps its nodes in itself, so the gather allocates nothing;
// a range allocates once per gather. Children are connected when the gather is
// connected, as the library's own gather does it, and destroyed with it.
//
// `Protocol` is what differs between sender libraries; see
// sender_operation.hpp.
#ifndef SAFE_ASYNC_DETAIL_SENDER_CHILDREN_HPP
#define SAFE_ASYNC_DETAIL_SENDER_CHILDREN_HPP

#include <safe_async/detail/adapter_parts.hpp>
#include <safe_async/detail/sender_result.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace safe_async::detail {

template <class Operation, class Child, class Index> struct sender_node {
  using protocol = typename Operation::protocol;
  using result_type = typename Operation::template result_of<Child>;
  using receiver = typename protocol::template child_receiver<
      Operation, typename Operation::receiver_type, result_type, Index>;

  sender_node(Operation &gather, Child &&child, Index index)
      : running(protocol::connect(std::move(child),
                                  receiver{&gather, &result, index})) {}

  result_type result;
  typename protocol::template operation_of<Child, receiver> running;
};

template <class Operation, class Child, std::size_t I>
struct sender_leaf
    : sender_node<Operation, Child, std::integral_constant<std::size_t, I>> {
  using sender_leaf::sender_node::sender_node;
};

template <class Operation, class Indices, class... Children>
class sender_pack_nodes;

/// Children given one by one.
template <class Operation, std::size_t... I, class... Children>
class sender_pack_nodes<Operation, std::index_sequence<I...>, Children...>
    : sender_leaf<Operation, Children, I>... {
public:
  sender_pack_nodes(Operation &gather, std::tuple<Children...> &&children)
      : sender_leaf<Operation, Children, I>(
            gather, std::move(std::get<I>(children)),
            std::integral_constant<std::size_t, I>())... {}

  static constexpr std::size_t size() noexcept { return sizeof...(I); }
  child_state *states() noexcept { return states_.data(); }

  template <class F> void visit(std::size_t index, F &&f) noexcept {
    (void)((I == index &&
            (f(static_cast<sender_leaf<Operation, Children, I> &>(*this)),
             true)) ||
           ...);
  }
  template <class F> void with_results(F &&f) {
    f(static_cast<sender_leaf<Operation, Children, I> &>(*this).result...);
  }
  auto outcomes() {
    return std::tuple(static_cast<sender_leaf<Operation, Children, I> &>(*this)
                          .result.capture(states_[I])...);
  }

private:
  std::array<child_state, sizeof...(I)> states_{};
};

template <class... Children> struct sender_pack {
  using tuple = std::tuple<Children...>;
  template <class Operation>
  using nodes =
      sender_pack_nodes<Operation, std::index_sequence_for<Children...>,
                        Children...>;
};

/// Children given as a range; all are of one type.
template <class Operation, class Child> class sender_range_nodes {
  using node = sender_node<Operation, Child, std::size_t>;
  using result_type = typename node::result_type;

public:
  using values = typename result_type::values_type;

  sender_range_nodes(Operation &gather, std::vector<Child> &&children)
      : states_(children.size()) {
    nodes_ = std::allocator<node>().allocate(size());
    try {
      for (Child &child : children) {
        ::new (static_cast<void *>(nodes_ + made_))
            node(gather, std::move(child), made_);
        ++made_;
      }
    } catch (...) {
      destroy();
      throw;
    }
  }
  sender_range_nodes(sender_range_nodes &&) = delete;
  ~sender_range_nodes() { destroy(); }

  std::size_t size() const noexcept { return states_.size(); }
  child_state *states() noexcept { return states_.data(); }

  template <class F> void visit(std::size_t index, F &&f) noexcept {
    f(nodes_[index]);
  }
  /// A vector of f(result).
  template <class F> auto vector_of(F f) {
    std::vector<decltype(f(nodes_->result))> all;
    all.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
      all.push_back(f(nodes_[i].result));
    return all;
  }
  auto outcomes() {
    std::vector<typename result_type::captured> all;
    all.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
      all.push_back(nodes_[i].result.capture(states_[i]));
    return all;
  }

private:
  void destroy() noexcept {
    while (made_ > 0)
      std::destroy_at(nodes_ + --made_);
    std::allocator<node>().deallocate(nodes_, size());
  }

  std::vector<child_state> states_;
  node *nodes_ = nullptr;
  std::size_t made_ = 0;
};

template <class Child> struct sender_range {
  using tuple = std::vector<Child>;
  template <class Operation> using nodes = sender_range_nodes<Operation, Child>;
};

} // namespace safe_async::detail

#endif // SAFE_ASYNC_DETAIL_SENDER_CHILDREN_HPP
