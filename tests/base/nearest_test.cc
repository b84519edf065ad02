#include "base/nearest.h"

#include <gtest/gtest.h>

namespace metodaktiv::base {
namespace {

TEST(Nearest, FindsTheWordWithFewestSlips) {
  EXPECT_EQ(nearest("balashiha", {"korolev", "balashikha", "bronnitsy"}), "balashikha");
  EXPECT_EQ(nearest("Предмты", {"Педагоги", "Предметы"}), "Предметы");
  EXPECT_EQ(nearest("tecahers", {"teachers"}), "teachers");  // neighbours swapped
}

TEST(Nearest, CaseAndYoDoNotCount) {
  EXPECT_EQ(nearest("щелково", {"Химки", "Щёлково"}), "Щёлково");
}

TEST(Nearest, WhatIsFarIsNotOffered) {
  EXPECT_EQ(nearest("balashikha", {"korolev"}), std::nullopt);
  EXPECT_EQ(nearest("x", {"y"}), std::nullopt);
  EXPECT_EQ(nearest("", {"teachers"}), std::nullopt);
}

}  // namespace
}  // namespace metodaktiv::base
