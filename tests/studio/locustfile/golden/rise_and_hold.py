from locust import HttpUser, LoadTestShape, between, task


class WebsiteUser(HttpUser):
    wait_time = between(5, 15)

    def on_start(self):
        self.client.post("/login", data={"username": "test_user", "password": ""})

    @task
    def index(self):
        self.client.get("/")
        self.client.get("/static/assets.js")

    @task
    def about(self):
        self.client.get("/about/")


# Until which second, with how many users at first and at last.
STAGES = [(15, 0, 60), (45, 60, 60)]


class PlannedLoad(LoadTestShape):
    """Users over time: each stage leads evenly from its first number of users to its last."""

    def tick(self):
        now, begin = self.get_run_time(), 0
        for end, first, last in STAGES:
            if now < end:
                users = round(first + (last - first) * (now - begin) / (end - begin))
                return users, max(1, abs(users - self.get_current_user_count()))
            begin = end
        return None
